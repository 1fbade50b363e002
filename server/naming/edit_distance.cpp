#include "naming/edit_distance.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::size_t kLongest = 64;

}  // namespace

EditDistance::EditDistance(std::string_view name) : name_(name) {
  if (name.size() > kLongest) return;
  for (std::size_t i = 0; i < name.size(); ++i)
    places_[static_cast<unsigned char>(name[i])] |= std::uint64_t{1} << i;
}

// The columns of the classic table, one bit a row: `rise` and `fall` are the
// vertical differences, `diagonal` the cells that cost nothing more than the
// one up and left of them.
std::size_t EditDistance::to(std::string_view other) const {
  if (name_ == other) return 0;
  if (name_.empty() || name_.size() > kLongest)
    return std::max(name_.size(), other.size());
  const std::uint64_t last = std::uint64_t{1} << (name_.size() - 1);
  std::size_t distance = name_.size();
  std::uint64_t rise = ~std::uint64_t{0}, fall = 0, diagonal = 0, places_before = 0;
  for (const char c : other) {
    const std::uint64_t places = places_[static_cast<unsigned char>(c)];
    const std::uint64_t swapped = ((~diagonal & places) << 1) & places_before;
    diagonal = (((places & rise) + rise) ^ rise) | places | fall | swapped;
    std::uint64_t right_up = fall | ~(diagonal | rise);
    std::uint64_t right_down = diagonal & rise;
    if (right_up & last) ++distance;
    if (right_down & last) --distance;
    right_up = (right_up << 1) | 1;
    right_down <<= 1;
    rise = right_down | ~(diagonal | right_up);
    fall = right_up & diagonal;
    places_before = places;
  }
  return distance;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
  if (gap > limit) return limit + 1;
  return std::min(EditDistance(a).to(b), limit + 1);
}

}  // namespace crosscheck
