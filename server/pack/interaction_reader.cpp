#include "pack/interaction_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "json/json_writer.h"
#include "pack/participant_reader.h"
#include "pack/row_reader.h"

namespace crosscheck {
namespace {

using Pair = std::array<Participant, 2>;

// A drug does not interact with itself, so a pair needs two that differ.
void check_that_drugs_differ(const JsonNode& node, const Pair& pair,
                             const Vocabulary& vocabulary) {
  auto drugs = ingredients_of(pair[0], vocabulary);
  auto others = ingredients_of(pair[1], vocabulary);
  if (drugs.empty() || others.empty()) return;
  drugs.merge(others);
  if (drugs.size() == 1)
    node.report("between", "two drugs that differ",
                json_quoted(*drugs.begin()) + " with itself");
}

std::string spell(const Pair& pair) {
  const auto [first, second] = std::minmax({spell(pair[0]), spell(pair[1])});
  return first + " with " + second;
}

Pair read_pair(const JsonNode& node, const Vocabulary& vocabulary, KnownKeys& pairs) {
  Pair pair;
  const auto participants = node.required_array("between");
  if (participants.size() != pair.size()) {
    if (node.has_array("between"))
      node.report("between", "two participants", std::to_string(participants.size()));
    return pair;
  }
  for (std::size_t i = 0; i < pair.size(); ++i)
    pair[i] = read_participant(participants[i], vocabulary);
  check_that_drugs_differ(node, pair, vocabulary);
  if (!pair[0].key.empty() && !pair[1].key.empty())
    pairs.take(node, "between", spell(pair));
  return pair;
}

}  // namespace

std::vector<Interaction> read_interactions(const JsonNode& document,
                                           PackContext& context) {
  document.allow_only({"schema", "interactions"});
  KnownKeys pairs("pair");
  std::vector<Interaction> interactions;
  for (const JsonNode& node : read_rows(document, "interactions")) {
    node.allow_only({"id", "between", "severity", "interruptive", "onset", "effects",
                     "mechanism", "management", "consumer", "evidence"});
    Statement statement = read_statement(node, context);
    if (statement.effects.empty() && node.has_array("effects"))
      node.report("effects", "at least one effect");
    interactions.push_back({std::move(statement),
                            read_pair(node, context.vocabulary, pairs),
                            node.optional_token<Onset>("onset", kOnsetTokens)});
  }
  return interactions;
}

}  // namespace crosscheck
