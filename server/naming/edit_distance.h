// How many slips of the pen lie between two names.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crosscheck {

/// Measures how far other names are from one name: the number of letters to
/// insert, delete, replace, or swap with the next one (optimal string alignment
/// distance), in bytes.
///
/// Bit-parallel (Hyyrö, "A bit-vector algorithm for computing Levenshtein and
/// Damerau edit distances", 2003): one step of a few operations for each byte of
/// the other name.  Names longer than 64 bytes are as far apart as they are long
/// unless they are equal.
class EditDistance {
 public:
  /// Borrows `name`, which must outlive this.
  explicit EditDistance(std::string_view name);

  std::size_t to(std::string_view other) const;

 private:
  std::string_view name_;
  std::array<std::uint64_t, 256> places_{};  // byte -> where it stands in name_
};

/// The distance between `a` and `b`, or `limit + 1` when it is larger.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace crosscheck
