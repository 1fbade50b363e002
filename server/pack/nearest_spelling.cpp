#include "pack/nearest_spelling.h"

#include <algorithm>
#include <bit>

#include "naming/edit_distance.h"

namespace crosscheck {

namespace {

// One bit for each character that occurs, some sharing one.
std::uint64_t characters(std::string_view text) {
  std::uint64_t bits = 0;
  for (const char c : text) bits |= std::uint64_t{1} << (static_cast<unsigned>(c) % 64);
  return bits;
}

}  // namespace

NearestSpelling::NearestSpelling(std::string_view misspelt)
    : misspelt_(misspelt),
      characters_(characters(misspelt)),
      allowed_(std::clamp<std::size_t>(misspelt.size() / 3, 1, 3)) {}

void NearestSpelling::consider(std::string_view word) {
  // A step takes one character away and adds one, at most; counting those is
  // far cheaper, and thousands of words are shown for one misspelt.
  const int changed = std::popcount(characters_ ^ characters(word));
  if (static_cast<std::size_t>(changed) > 2 * allowed_) return;
  const std::size_t steps = edit_distance(misspelt_, word, allowed_);
  if (steps > allowed_) return;
  if (!best_.empty() && steps == allowed_ && word >= best_) return;
  allowed_ = steps;
  best_ = word;
}

}  // namespace crosscheck
