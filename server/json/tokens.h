// The words that stand for the values of an enumeration.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

/// The spelling of each value of an enumeration, in declaration order.  The
/// one table serves reading, writing and error messages.
template <typename Enum>
using Tokens = std::span<const std::pair<Enum, std::string_view>>;

template <typename Enum>
std::vector<std::string_view> spellings(Tokens<Enum> tokens) {
  std::vector<std::string_view> all;
  for (const auto& [value, spelling] : tokens) all.push_back(spelling);
  return all;
}

}  // namespace crosscheck
