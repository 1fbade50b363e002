#include "feedback/feedback_reader.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/json_node.h"
#include "json/json_reader.h"

namespace crosscheck {
namespace {

constexpr std::array<std::pair<Outcome::Kind, std::string_view>, 2> kKinds{{
    {Outcome::Kind::accepted, "accepted"},
    {Outcome::Kind::overridden, "overridden"},
}};
constexpr std::string_view kUuid = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
constexpr std::string_view kTime = "dddd-dd-ddTdd:dd:dd";
constexpr std::size_t kLongestTime = 40;
constexpr std::size_t kLongestCode = 64;
constexpr std::size_t kLongestSystem = 256;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// `form` has d for a digit, h for a hexadecimal one, and itself for the rest.
bool has_form(std::string_view text, std::string_view form) {
  return std::equal(text.begin(), text.end(), form.begin(), form.end(),
                    [](char c, char wanted) {
                      if (wanted == 'd') return is_digit(c);
                      if (wanted == 'h') return is_hexadecimal(c);
                      return c == wanted;
                    });
}

bool is_time(std::string_view text) {
  if (text.size() > kLongestTime || !has_form(text.substr(0, kTime.size()), kTime))
    return false;
  text.remove_prefix(kTime.size());
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    if (end == text.begin()) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
  }
  return text == "Z" || has_form(text, "+dd:dd") || has_form(text, "-dd:dd");
}

bool is_short_word(std::string_view text, std::size_t longest) {
  return text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
           return c > ' ' && c <= '~' && c != '"' && c != '\\';
         });
}

// "" where it is none, which is reported.
std::string read_uuid(const JsonNode& node, std::string_view key) {
  std::string uuid = node.required_string(key);
  if (uuid.empty()) return uuid;
  if (!has_form(uuid, kUuid)) {
    node.report(key, "a UUID", "something else");
    return {};
  }
  std::transform(uuid.begin(), uuid.end(), uuid.begin(),
                 [](char c) { return c >= 'A' && c <= 'F' ? char(c - 'A' + 'a') : c; });
  return uuid;
}

void read_suggestions(const JsonNode& node, Outcome& outcome) {
  for (const JsonNode& suggestion : node.optional_array("acceptedSuggestions")) {
    if (!suggestion.is_object()) {
      suggestion.report("", "an object");
      continue;
    }
    suggestion.allow_only({"id", "extension"});
    outcome.suggestions.push_back(read_uuid(suggestion, "id"));
  }
  auto& all = outcome.suggestions;
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  const bool is_accepted = outcome.kind == Outcome::Kind::accepted;
  if (is_accepted && all.empty())
    node.report("acceptedSuggestions", "the suggestions that were accepted", "none");
  if (!is_accepted && !all.empty())
    node.report("acceptedSuggestions", "none of a card that was overridden", "some");
}

void read_reason(const JsonNode& node, Outcome& outcome) {
  const auto reason = node.optional_object("overrideReason");
  if (!reason) return;
  if (outcome.kind == Outcome::Kind::accepted)
    node.report("overrideReason", "none of a card that was accepted", "one");
  reason->allow_only({"reason", "userComment", "extension"});
  reason->optional_text("userComment");  // It may name the patient: never kept.
  const auto coding = reason->optional_object("reason");
  if (!coding) return;
  coding->allow_only({"code", "system", "display", "extension"});
  outcome.reason_code = coding->required_string("code");
  outcome.reason_system = coding->optional_string("system").value_or("");
  coding->optional_text("display");
  if (!is_short_word(outcome.reason_code, kLongestCode))
    coding->report("code", "a code: at most 64 visible characters", "something else");
  if (!is_short_word(outcome.reason_system, kLongestSystem))
    coding->report("system", "an address: at most 256 visible characters",
                   "something else");
}

Outcome read_outcome(const JsonNode& node) {
  node.allow_only({"card", "outcome", "acceptedSuggestions", "overrideReason",
                   "outcomeTimestamp", "extension"});
  Outcome outcome;
  outcome.card = read_uuid(node, "card");
  if (const auto kind = node.optional_token<Outcome::Kind>("outcome", kKinds)) {
    outcome.kind = *kind;
    read_suggestions(node, outcome);
    read_reason(node, outcome);
  } else if (!node.has("outcome")) {
    node.required_string("outcome");  // Reports that it is missing.
  }
  outcome.time = node.required_string("outcomeTimestamp");
  if (!outcome.time.empty() && !is_time(outcome.time))
    node.report("outcomeTimestamp", "a time, as in 2026-11-28T09:30:00Z",
                "something else");
  return outcome;
}

}  // namespace

FeedbackText read_feedback_text(std::string_view text, const std::string& source,
                                Problems& problems) {
  FeedbackText read;
  const auto document = read_json(text, source, problems);
  if (!document) return read;
  read.is_json = true;
  const JsonNode root(*document, source, problems);
  if (!root.is_object()) {
    root.report("", "an object");
    return read;
  }
  root.allow_only({"feedback", "extension"});
  const auto nodes = root.required_array("feedback");
  if (nodes.empty() && root.has_array("feedback"))
    root.report("feedback", "at least one outcome");
  if (nodes.size() > kMostOutcomes) {
    root.report("feedback", "at most 500 outcomes", std::to_string(nodes.size()));
    return read;
  }
  std::vector<Outcome> outcomes;
  for (const JsonNode& node : nodes) {
    if (node.is_object())
      outcomes.push_back(read_outcome(node));
    else
      node.report("", "an object");
  }
  if (problems.empty()) read.outcomes = std::move(outcomes);
  return read;
}

}  // namespace crosscheck
