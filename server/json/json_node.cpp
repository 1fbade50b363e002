#include "json/json_node.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "json/describe.h"
#include "json/json_pointer.h"

namespace crosscheck {
namespace {

using nlohmann::json;

constexpr std::size_t kMostProblems = 10'000;

constexpr std::string_view kString = "a non-empty string";
constexpr std::string_view kText = "a string";
constexpr std::string_view kArray = "an array";
constexpr std::string_view kObject = "an object";
constexpr std::string_view kBool = "true or false";

std::optional<std::string> string_of(const json* value) {
  if (value == nullptr) return std::nullopt;
  return value->get<std::string>();
}

std::optional<std::int64_t> whole(std::optional<double> number) {
  if (!number) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

bool is_non_empty_string(const json& value) {
  return value.is_string() && !value.get_ref<const std::string&>().empty();
}

}  // namespace

JsonNode::JsonNode(const json& value, std::string source, Problems& problems)
    : value_(&value), source_(std::move(source)), problems_(&problems) {}

JsonNode::JsonNode(const json& value, const JsonNode& parent, std::string pointer)
    : value_(&value),
      source_(parent.source_),
      pointer_(std::move(pointer)),
      problems_(parent.problems_) {}

bool JsonNode::is_string() const {
  return value_->is_string();
}
bool JsonNode::is_array() const {
  return value_->is_array();
}
bool JsonNode::is_object() const {
  return value_->is_object();
}
std::string JsonNode::as_string() const {
  if (is_non_empty_string(*value_)) return value_->get<std::string>();
  report("", kString);
  return {};
}

std::string JsonNode::as_text() const {
  if (is_string()) return value_->get<std::string>();
  report("", kText);
  return {};
}

std::optional<std::int64_t> JsonNode::as_integer(Bounds bounds) const {
  const auto number = find_number(*value_, bounds, Fraction::refused);
  if (!number) report("", describe(bounds, Fraction::refused));
  return whole(number);
}

bool JsonNode::has(std::string_view key) const {
  const auto found = value_->find(key);
  return found != value_->end() && !found->is_null();
}

bool JsonNode::has_array(std::string_view key) const {
  const auto found = value_->find(key);
  return found != value_->end() && found->is_array();
}

std::optional<JsonNode> JsonNode::optional_value(std::string_view key) const {
  if (!has(key)) return std::nullopt;
  return JsonNode((*value_)[std::string(key)], *this, pointer_to(key));
}

std::vector<std::pair<std::string, JsonNode>> JsonNode::members() const {
  std::vector<std::pair<std::string, JsonNode>> all;
  if (!is_object()) return all;
  for (const auto& [name, value] : value_->get_ref<const json::object_t&>())
    all.emplace_back(name, JsonNode(value, *this, pointer_to(name)));
  return all;
}

std::string JsonNode::required_string(std::string_view key) const {
  return non_empty_string(key, Need::required).value_or("");
}

std::optional<std::string> JsonNode::optional_string(std::string_view key) const {
  return non_empty_string(key, Need::optional);
}

std::string JsonNode::required_text(std::string_view key) const {
  return string_of(member(key, kText, Need::required, &json::is_string)).value_or("");
}

std::string JsonNode::optional_text(std::string_view key) const {
  return string_of(member(key, kText, Need::optional, &json::is_string)).value_or("");
}

std::vector<JsonNode> JsonNode::required_array(std::string_view key) const {
  return elements(member(key, kArray, Need::required, &json::is_array), key);
}

std::vector<JsonNode> JsonNode::optional_array(std::string_view key) const {
  return elements(member(key, kArray, Need::optional, &json::is_array), key);
}

std::optional<JsonNode> JsonNode::required_object(std::string_view key) const {
  const auto* value = member(key, kObject, Need::required, &json::is_object);
  if (value == nullptr) return std::nullopt;
  return JsonNode(*value, *this, pointer_to(key));
}

std::optional<JsonNode> JsonNode::optional_object(std::string_view key) const {
  const auto* value = member(key, kObject, Need::optional, &json::is_object);
  if (value == nullptr) return std::nullopt;
  return JsonNode(*value, *this, pointer_to(key));
}

std::vector<std::string> JsonNode::required_strings(std::string_view key,
                                                    Repeats repeats) const {
  return strings(member(key, kArray, Need::required, &json::is_array), key, repeats);
}

bool JsonNode::required_bool(std::string_view key) const {
  const auto* value = member(key, kBool, Need::required, &json::is_boolean);
  return value != nullptr && value->get<bool>();
}

std::optional<bool> JsonNode::optional_bool(std::string_view key) const {
  const auto* value = member(key, kBool, Need::optional, &json::is_boolean);
  if (value == nullptr) return std::nullopt;
  return value->get<bool>();
}

std::optional<double> JsonNode::required_number(std::string_view key,
                                                Bounds bounds) const {
  return number(key, bounds, Need::required, Fraction::allowed);
}

std::optional<double> JsonNode::optional_number(std::string_view key,
                                                Bounds bounds) const {
  return number(key, bounds, Need::optional, Fraction::allowed);
}

std::optional<std::int64_t> JsonNode::required_integer(std::string_view key,
                                                       Bounds bounds) const {
  return whole(number(key, bounds, Need::required, Fraction::refused));
}

void JsonNode::allow_only(std::initializer_list<std::string_view> keys) const {
  if (!is_object()) return;
  std::string known = "a member named";
  for (const auto key : keys) known += " " + std::string(key);
  for (const auto& [name, ignored] : value_->get_ref<const json::object_t&>()) {
    const bool allowed = std::find(keys.begin(), keys.end(), name) != keys.end();
    if (!allowed) report(name, known, describe(json(name)));
  }
}

void JsonNode::report(std::string_view key, std::string_view expected,
                      std::string_view found) const {
  append(key.empty() ? pointer_ : pointer_to(key), expected, found);
}

void JsonNode::report(std::string_view key, std::string_view expected) const {
  if (key.empty()) return report(key, expected, describe(*value_));
  const auto found = value_->find(key);
  report(key, expected, found == value_->end() ? "nothing" : describe(*found));
}

void JsonNode::report_element(std::string_view key, std::size_t index,
                              std::string_view expected, std::string_view found) const {
  std::string where = key.empty() ? pointer_ : pointer_to(key);
  append_step(where, index);
  append(std::move(where), expected, found);
}

std::string JsonNode::pointer_to(std::string_view key) const {
  std::string where = pointer_;
  append_step(where, key);
  return where;
}

std::optional<std::string> JsonNode::non_empty_string(std::string_view key,
                                                      Need need) const {
  auto text = string_of(member(key, kString, need, &json::is_string));
  if (!text || !text->empty()) return text;
  report(key, kString);
  return std::nullopt;
}

std::vector<JsonNode> JsonNode::elements(const json* array, std::string_view key) const {
  std::vector<JsonNode> nodes;
  if (array == nullptr) return nodes;
  nodes.reserve(array->size());
  const std::string where = key.empty() ? pointer_ : pointer_to(key);
  for (const json& element : *array) {
    std::string pointer = where;
    append_step(pointer, nodes.size());
    nodes.push_back(JsonNode(element, *this, std::move(pointer)));
  }
  return nodes;
}

std::vector<std::string> JsonNode::strings(const json* array, std::string_view key,
                                           Repeats repeats) const {
  std::vector<std::string> all;
  if (array == nullptr) return all;
  all.reserve(array->size());
  std::unordered_map<std::string_view, std::size_t> first_seen;
  for (const json& element : *array) {
    const std::size_t index = all.size();
    if (!is_non_empty_string(element)) {
      report_element(key, index, kString, describe(element));
      all.emplace_back();
      continue;
    }
    const auto& text = all.emplace_back(element.get_ref<const std::string&>());
    if (repeats == Repeats::allowed || array->size() == 1) continue;
    const auto [first, is_new] = first_seen.emplace(text, index);
    if (!is_new)
      report_element(
          key, index, "each string once",
          describe(element) + " of " + std::to_string(first->second) + " again");
  }
  return all;
}

std::optional<double> JsonNode::number(std::string_view key, Bounds bounds, Need need,
                                       Fraction fraction) const {
  const std::string expected = describe(bounds, fraction);
  const auto* value = member(key, expected, need, nullptr);
  if (value == nullptr) return std::nullopt;
  const auto number = find_number(*value, bounds, fraction);
  if (!number) report(key, expected);
  return number;
}

const json* JsonNode::member(std::string_view key, std::string_view expected, Need need,
                             Is is) const {
  if (!is_object()) {
    report("", kObject);
    return nullptr;
  }
  const auto found = value_->find(key);
  const bool missing = found == value_->end();
  if (need == Need::optional && (missing || found->is_null())) return nullptr;
  if (!missing && (is == nullptr || std::invoke(is, *found))) return &*found;
  report(key, expected, missing ? "nothing" : describe(*found));
  return nullptr;
}

std::optional<std::size_t> JsonNode::token_position(
    std::string_view key, std::vector<std::string_view> spellings, Need need) const {
  std::string expected;
  for (const auto spelling : spellings)
    expected += (expected.empty() ? "one of \"" : ", \"") + std::string(spelling) + "\"";
  const auto* value = member(key, expected, need, &json::is_string);
  if (value == nullptr) return std::nullopt;
  const auto found =
      std::find(spellings.begin(), spellings.end(), value->get_ref<const std::string&>());
  if (found != spellings.end())
    return static_cast<std::size_t>(found - spellings.begin());
  report(key, expected, describe(*value));
  return std::nullopt;
}

void JsonNode::append(std::string pointer, std::string_view expected,
                      std::string_view found) const {
  if (problems_->size() >= kMostProblems) return;
  problems_->push_back(
      {source_, std::move(pointer),
       "expected " + std::string(expected) + "; found " + std::string(found)});
}

}  // namespace crosscheck
