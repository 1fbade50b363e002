#include "pack/participant_reader.h"

#include <algorithm>

#include "json/json_writer.h"

namespace crosscheck {
namespace {

void read_key(const JsonNode& node, const Vocabulary& vocabulary,
              Participant& participant) {
  const bool is_class = node.has("class");
  if (is_class == node.has("ingredient")) {
    node.report("", "either \"ingredient\" or \"class\"", is_class ? "both" : "neither");
    return;
  }
  const std::string_view member = is_class ? "class" : "ingredient";
  const KnownKeys& keys = is_class ? vocabulary.classes : vocabulary.ingredients;
  participant.kind =
      is_class ? Participant::Kind::drug_class : Participant::Kind::ingredient;
  participant.key = node.required_string(member);
  keys.expect(node, member, participant.key);
}

// An exception that is no member of the class would never have any effect.
void check_exceptions(const JsonNode& node, const Vocabulary& vocabulary,
                      const Participant& participant) {
  const auto members = vocabulary.class_members.find(participant.key);
  if (members == vocabulary.class_members.end()) return;
  for (std::size_t i = 0; i < participant.except.size(); ++i) {
    const std::string& key = participant.except[i];
    if (!key.empty() && !members->second.contains(key))
      node.report_element("except", i,
                          "an ingredient of class " + json_quoted(participant.key),
                          vocabulary.ingredients.accepts(key)
                              ? json_quoted(key)
                              : vocabulary.ingredients.describe_unknown(key));
  }
  if (!members->second.empty() && ingredients_of(participant, vocabulary).empty())
    node.report("except", "at least one ingredient that is not left out", "none");
}

void read_exceptions(const JsonNode& node, const Vocabulary& vocabulary,
                     Participant& participant) {
  if (!node.has("except")) return;
  if (!node.has("class")) node.report("except", "no such member beside \"ingredient\"");
  participant.except = node.required_strings("except");
  check_exceptions(node, vocabulary, participant);
}

void read_routes(const JsonNode& node, const Vocabulary& vocabulary,
                 Participant& participant) {
  if (!node.has("route")) return;
  participant.routes = node.required_strings("route");
  if (node.has_array("route") && participant.routes.empty())
    node.report("route", "at least one route");
  for (std::size_t i = 0; i < participant.routes.size(); ++i) {
    const std::string& key = participant.routes[i];
    if (!key.empty() && key != kUnstatedRoute && !vocabulary.routes.accepts(key))
      node.report_element("route", i, "a route key or \"unstated\"",
                          vocabulary.routes.describe_unknown(key));
  }
}

}  // namespace

Participant read_participant(const JsonNode& node, const Vocabulary& vocabulary) {
  Participant participant;
  if (!node.is_object()) {
    node.report("", "an object");
    return participant;
  }
  node.allow_only({"ingredient", "class", "except", "route"});
  read_key(node, vocabulary, participant);
  read_exceptions(node, vocabulary, participant);
  read_routes(node, vocabulary, participant);
  return participant;
}

std::string spell(Participant participant) {
  std::sort(participant.except.begin(), participant.except.end());
  std::sort(participant.routes.begin(), participant.routes.end());
  std::string text =
      (participant.kind == Participant::Kind::ingredient ? "ingredient " : "class ") +
      participant.key;
  for (const std::string& key : participant.except) text += " -" + key;
  for (const std::string& key : participant.routes) text += " @" + key;
  return text;
}

std::set<std::string> ingredients_of(const Participant& participant,
                                     const Vocabulary& vocabulary) {
  if (participant.key.empty()) return {};
  if (participant.kind == Participant::Kind::ingredient) return {participant.key};
  const auto found = vocabulary.class_members.find(participant.key);
  if (found == vocabulary.class_members.end()) return {};
  std::set<std::string> keys(found->second.begin(), found->second.end());
  for (const std::string& key : participant.except) keys.erase(key);
  return keys;
}

}  // namespace crosscheck
