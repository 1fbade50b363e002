// How many slips of the pen lie between two names.
#pragma once

#include <cstddef>
#include <string_view>

namespace crosscheck {

/// The number of letters to insert, delete, replace, or swap with the next one
/// to get from `a` to `b` (optimal string alignment distance); `limit + 1`
/// when there are more than `limit`.
/// Cost: |a| × |b| byte comparisons; nothing is allocated for names up to 64
/// bytes, and longer ones are `limit + 1` apart unless they are equal.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace crosscheck
