#include "naming/condition_index.h"

#include <algorithm>
#include <array>
#include <map>

#include "naming/code_system.h"
#include "naming/edit_distance.h"
#include "naming/folded_text.h"

namespace crosscheck {
namespace {

void add_once(std::vector<const Condition*>& list, const Condition* condition) {
  if (std::find(list.begin(), list.end(), condition) == list.end())
    list.push_back(condition);
}

// "n18.30" and "N18.30" are both "N1830".
std::string plain_code(std::string_view code) {
  std::string plain;
  for (char c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    if (c != '.' && c != ' ') plain += c;
  }
  return plain;
}

bool looks_like_icd10(std::string_view code) {
  return code.size() >= 3 && code.size() <= 7 && code[0] >= 'A' && code[0] <= 'Z' &&
         code[1] >= '0' && code[1] <= '9' && code[2] >= '0' && code[2] <= '9';
}

template <std::size_t N>
bool is_any_of(std::string_view token, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), token) != words.end();
}

// Whether the words around tokens [first, last) take them back.
bool is_denied(const FoldedText& text, std::size_t first, std::size_t last) {
  static constexpr std::array<std::string_view, 21> kBefore{
      "no",     "not",     "denies", "denied", "without", "negative", "never",
      "non",    "pre",     "family", "fh",     "fhx",     "mother",   "father",
      "sister", "brother", "risk",   "rule",   "prevent", "ruled", "avoid"};
  static constexpr std::array<std::string_view, 6> kBehind{
      "ruled", "excluded", "prevention", "prophylaxis", "screening", "risk"};
  constexpr std::size_t kFarBefore = 4, kFarBehind = 2;
  for (std::size_t i = first - std::min(first, kFarBefore); i < first; ++i) {
    const bool rule_out = text.token(i) == "r" && text.token(i + 1) == "o";
    if (is_any_of(text.token(i), kBefore) || rule_out) return true;
  }
  for (std::size_t i = last; i < std::min(text.size(), last + kFarBehind); ++i) {
    if (is_any_of(text.token(i), kBehind)) return true;
  }
  return false;
}

}  // namespace

ConditionIndex::ConditionIndex(const std::vector<Condition>& conditions)
    : conditions_(conditions) {
  const auto add = [this](std::string_view written, const Condition& condition) {
    const FoldedText folded(written);
    longest_in_tokens_ = std::max(longest_in_tokens_, folded.size());
    add_once(names_[std::string(folded.joined())], &condition);
  };
  for (const Condition& condition : conditions_) {
    add(condition.key, condition);
    add(condition.name, condition);
    for (const auto& synonym : condition.synonyms) add(synonym, condition);
  }
  for (const Condition& condition : conditions_) {
    for (const auto& phrase : condition.except) {
      const FoldedText folded(phrase);
      longest_in_tokens_ = std::max(longest_in_tokens_, folded.size());
      names_[std::string(folded.joined())].clear();
    }
  }
}

std::vector<const Condition*> ConditionIndex::find(
    std::string_view text, std::span<const Coding> codings) const {
  std::vector<const Condition*> found;
  for (const Coding& coding : codings) {
    for (const Condition* condition : find_code(coding)) add_once(found, condition);
  }
  if (!found.empty()) return found;
  found = find_text(text);
  for (const Coding& coding : codings) {
    for (const Condition* condition : find_text(coding.display))
      add_once(found, condition);
  }
  return found;
}

std::vector<const Condition*> ConditionIndex::find_code(const Coding& coding) const {
  const auto system = find_code_system(coding.system);
  if (system == CodeSystem::icd10) return find_icd10(plain_code(coding.code));
  std::vector<const Condition*> found;
  if (system != CodeSystem::snomed) return found;
  for (const Condition& condition : conditions_) {
    const auto& codes = condition.snomed;
    if (std::find(codes.begin(), codes.end(), coding.code) != codes.end())
      found.push_back(&condition);
  }
  return found;
}

std::vector<const Condition*> ConditionIndex::find_icd10(std::string_view code) const {
  std::vector<const Condition*> found;
  if (!looks_like_icd10(code)) return found;
  for (const Condition& condition : conditions_) {
    const bool has = std::any_of(
        condition.icd10.begin(), condition.icd10.end(),
        [&](const auto& known) { return code.starts_with(plain_code(known)); });
    if (has) found.push_back(&condition);
  }
  return found;
}

std::vector<const Condition*> ConditionIndex::find_text(std::string_view text) const {
  const FoldedText folded(text);
  if (const auto whole = names_.find(folded.joined()); whole != names_.end())
    return whole->second;
  std::vector<const Condition*> found = find_icd10(plain_code(text));
  if (!found.empty()) return found;
  for (std::size_t first = 0; first < folded.size();) {
    std::size_t last = std::min(folded.size(), first + longest_in_tokens_);
    auto known = names_.find(folded.joined(first, last));
    while (known == names_.end() && --last > first)
      known = names_.find(folded.joined(first, last));
    if (known == names_.end()) {
      ++first;
      continue;
    }
    if (!is_denied(folded, first, last)) {
      for (const Condition* condition : known->second) add_once(found, condition);
    }
    first = last;
  }
  return found;
}

std::vector<std::string> ConditionIndex::suggest(std::string_view text) const {
  constexpr std::size_t kFarthest = 3, kMost = 5;
  const FoldedText folded(text);
  std::multimap<std::size_t, const Condition*> nearest;
  for (const auto& [letters, conditions] : names_) {
    const std::size_t distance = edit_distance(folded.joined(), letters, kFarthest);
    if (distance <= kFarthest && distance * 3 <= letters.size() && !conditions.empty())
      nearest.emplace(distance, conditions.front());
  }
  std::vector<std::string> names;
  for (const auto& [distance, condition] : nearest) {
    const bool listed =
        std::find(names.begin(), names.end(), condition->name) != names.end();
    if (!listed && names.size() < kMost) names.push_back(condition->name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace crosscheck
