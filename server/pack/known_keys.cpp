#include "pack/known_keys.h"

#include <utility>

#include "json/json_writer.h"
#include "pack/nearest_spelling.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

std::string with_article(const std::string& noun) {
  const bool vowel =
      std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + noun;
}

}  // namespace

std::string KnownKeys::take_key(const JsonNode& row, std::string_view member) {
  std::string key = row.required_string(member);
  if (key.empty()) return key;
  if (!is_kebab_case(key)) row.report(member, kKebabCaseForm);
  take(row, member, key);
  return key;
}

// The rows are read one after the other, so the last place is often this one.
std::uint32_t KnownKeys::place_of(const JsonNode& row) {
  std::string place = row.source() + ": " + row.pointer();
  if (places_.empty() || places_.back() != place) places_.push_back(std::move(place));
  return static_cast<std::uint32_t>(places_.size() - 1);
}

void KnownKeys::take(const JsonNode& row, std::string_view member,
                     const std::string& value) {
  const auto [first, is_new] = taken_.try_emplace(value, place_of(row));
  if (!is_new)
    row.report(member, "an unused " + noun_,
               json_quoted(value) + ", which is taken by " + places_[first->second]);
}

void KnownKeys::take_element(const JsonNode& row, std::string_view member,
                             std::size_t index, const std::string& value) {
  const std::uint32_t place = place_of(row);
  const auto [first, is_new] = taken_.try_emplace(value, place);
  // A repeat inside one row is reported by who reads the array.
  if (!is_new && first->second != place)
    row.report_element(
        member, index, "an unused " + noun_,
        json_quoted(value) + ", which is taken by " + places_[first->second]);
}

bool KnownKeys::accepts(const std::string& key) const {
  return !readable_ || taken_.contains(key);
}

void KnownKeys::expect(const JsonNode& node, std::string_view member,
                       const std::string& key) const {
  if (!key.empty() && !accepts(key))
    node.report(member, with_article(noun_), describe_unknown(key));
}

std::vector<std::string> KnownKeys::read_keys(const JsonNode& node,
                                              std::string_view member) const {
  std::vector<std::string> keys = node.required_strings(member);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (!keys[i].empty() && !accepts(keys[i]))
      node.report_element(member, i, with_article(noun_), describe_unknown(keys[i]));
  }
  return keys;
}

std::string KnownKeys::describe_unknown(const std::string& key) const {
  NearestSpelling nearest(key);
  for (const auto& [known, place] : taken_) nearest.consider(known);
  if (nearest.best().empty()) return json_quoted(key);
  return json_quoted(key) + " (did you mean " + json_quoted(nearest.best()) + "?)";
}

}  // namespace crosscheck
