#include "naming/edit_distance.h"

#include <algorithm>
#include <array>
#include <utility>

namespace crosscheck {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  constexpr std::size_t kLongest = 64;
  if (a == b) return 0;
  if (a.size() > kLongest || b.size() > kLongest) return limit + 1;
  const std::size_t gap = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
  if (gap > limit) return limit + 1;

  using Row = std::array<std::size_t, kLongest + 1>;
  Row two_back{}, one_back{}, row{};
  for (std::size_t j = 0; j <= b.size(); ++j) one_back[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({one_back[j] + 1, row[j - 1] + 1, one_back[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_back[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    // A swap may still reach back one row further than the best of this one.
    if (best > limit + 1) return limit + 1;
    two_back = one_back;
    one_back = row;
  }
  return std::min(one_back[b.size()], limit + 1);
}

}  // namespace crosscheck
