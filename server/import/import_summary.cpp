#include "import/import_summary.h"

#include <algorithm>

namespace crosscheck {
namespace {

std::string line(std::size_t count, std::string_view what) {
  constexpr std::size_t kWidth = 9;
  const std::string number = std::to_string(count);
  return std::string(kWidth - std::min(kWidth, number.size()), ' ') + number + "  " +
         std::string(what) + "\n";
}

}  // namespace

void ImportSummary::add(std::string_view what, std::size_t count) {
  for (auto& [known, total] : counts_) {
    if (known == what) {
      total += count;
      return;
    }
  }
  counts_.emplace_back(what, count);
}

void ImportSummary::add_unknown(std::string_view name) {
  const auto known = unknown_.find(name);
  if (known != unknown_.end())
    ++known->second;
  else
    unknown_.emplace(name, 1);
}

std::size_t ImportSummary::count(std::string_view what) const {
  for (const auto& [known, total] : counts_) {
    if (known == what) return total;
  }
  return 0;
}

std::string ImportSummary::to_text() const {
  constexpr std::size_t kMostNames = 10;
  std::string text = notes_;
  for (const auto& [what, count] : counts_) text += line(count, what);
  std::vector<std::pair<std::size_t, std::string_view>> names;
  for (const auto& [name, count] : unknown_) names.emplace_back(count, name);
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& x, const auto& y) { return x.first > y.first; });
  if (!names.empty())
    text += "not known, most frequent first, of " + std::to_string(names.size()) + ":\n";
  for (std::size_t i = 0; i < std::min(kMostNames, names.size()); ++i)
    text += line(names[i].first, names[i].second);
  return text;
}

}  // namespace crosscheck
