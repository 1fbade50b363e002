#include "pack/nearest_spelling.h"

#include <algorithm>

#include "naming/edit_distance.h"

namespace crosscheck {

NearestSpelling::NearestSpelling(std::string_view misspelt)
    : misspelt_(misspelt), allowed_(std::max<std::size_t>(1, misspelt.size() / 3)) {}

void NearestSpelling::consider(std::string_view word) {
  const std::size_t steps = edit_distance(misspelt_, word, allowed_);
  if (steps > allowed_) return;
  if (!best_.empty() && steps == allowed_ && word >= best_) return;
  allowed_ = steps;
  best_ = word;
}

}  // namespace crosscheck
