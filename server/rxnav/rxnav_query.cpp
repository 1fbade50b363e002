#include "rxnav/rxnav_query.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";
// A client that joins with "+" and then encodes it sends one that stays a plus.
constexpr std::string_view kSeparators = " \t\r\n+,";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

RxnavQuery::RxnavQuery(Pairs pairs) : pairs_(std::move(pairs)) {
  for (auto& [name, value] : pairs_)
    std::transform(name.begin(), name.end(), name.begin(), lower);
}

std::string RxnavQuery::text(std::string_view lower_case_name) const {
  for (const auto& [name, value] : pairs_) {
    const std::size_t first = value.find_first_not_of(kSpaces);
    if (name != lower_case_name || first == std::string::npos) continue;
    return value.substr(first, value.find_last_not_of(kSpaces) - first + 1);
  }
  return {};
}

std::vector<std::string> RxnavQuery::words(std::string_view lower_case_name) const {
  std::vector<std::string> words;
  for (const auto& [name, value] : pairs_) {
    if (name != lower_case_name) continue;
    for (std::size_t at = value.find_first_not_of(kSeparators);
         at != std::string::npos;) {
      const std::size_t end =
          std::min(value.find_first_of(kSeparators, at), value.size());
      words.push_back(value.substr(at, end - at));
      at = value.find_first_not_of(kSeparators, end);
    }
  }
  return words;
}

std::vector<std::string> each_once(const std::vector<std::string>& words) {
  std::vector<std::string> once;
  for (const std::string& word : words) {
    if (std::find(once.begin(), once.end(), word) == once.end()) once.push_back(word);
  }
  return once;
}

}  // namespace crosscheck
