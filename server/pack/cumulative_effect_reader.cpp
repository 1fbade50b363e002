#include "pack/cumulative_effect_reader.h"

#include <utility>

#include "pack/age_range_reader.h"
#include "pack/evidence_reader.h"
#include "pack/participant_reader.h"
#include "pack/row_reader.h"

namespace crosscheck {
namespace {

constexpr Bounds kAmounts{.least = 1, .most = 3};
constexpr Bounds kTotals{.least = 2, .most = 99};

std::optional<int> read_total(const JsonNode& node, std::string_view key) {
  if (!node.has(key)) return std::nullopt;
  const auto total = node.required_integer(key, kTotals);
  return total ? std::optional(static_cast<int>(*total)) : std::nullopt;
}

void read_limits(const JsonNode& node, CumulativeEffect& effect) {
  effect.moderate_from = read_total(node, "moderate_from");
  effect.major_from = read_total(node, "major_from");
  if (!node.has("moderate_from") && !node.has("major_from"))
    node.report("", "\"moderate_from\", \"major_from\" or both", "neither");
  if (effect.moderate_from && effect.major_from &&
      *effect.moderate_from >= *effect.major_from)
    node.report("major_from", "more than \"moderate_from\"");
}

Contributor read_contributor(const JsonNode& node, const PackContext& context,
                             KnownKeys& taken) {
  node.allow_only({"of", "amount", "evidence"});
  Contributor contributor;
  if (const auto of = node.required_object("of")) {
    contributor.of = read_participant(*of, context.vocabulary);
    if (!contributor.of.key.empty()) taken.take(node, "of", spell(contributor.of));
  }
  contributor.amount =
      static_cast<int>(node.required_integer("amount", kAmounts).value_or(1));
  contributor.evidence = read_evidence(node, context.sources);
  return contributor;
}

CumulativeEffect read_cumulative_effect(const JsonNode& node, PackContext& context,
                                        KnownKeys& effects) {
  node.allow_only({"id", "effect", "age_years", "sums", "moderate_from", "major_from",
                   "interruptive", "said_by", "management", "consumer", "evidence",
                   "contributors"});
  CumulativeEffect effect;
  effect.id = context.rule_ids.take_key(node, "id");
  effect.effect = node.required_string("effect");
  context.vocabulary.effects.expect(node, "effect", effect.effect);
  if (!effect.effect.empty()) effects.take(node, "effect", effect.effect);
  if (node.has("age_years")) effect.age = read_age_range(node);
  effect.summation = node.required_token<Summation>("sums", kSummationTokens);
  read_limits(node, effect);
  effect.interruptive = node.optional_bool("interruptive").value_or(true);
  effect.said_by = context.vocabulary.effects.read_keys(node, "said_by");
  effect.management = node.required_string("management");
  effect.consumer = read_sentences(node, "consumer");
  effect.evidence = read_evidence(node, context.sources);
  KnownKeys taken("contributor");
  for (const JsonNode& contributor : read_rows(node, "contributors"))
    effect.contributors.push_back(read_contributor(contributor, context, taken));
  if (effect.contributors.size() < 2 && node.has_array("contributors"))
    node.report("contributors", "at least two");
  return effect;
}

}  // namespace

std::vector<CumulativeEffect> read_cumulative_effects(const JsonNode& document,
                                                      PackContext& context) {
  document.allow_only({"schema", "cumulative_effects"});
  KnownKeys effects("cumulative effect");
  std::vector<CumulativeEffect> all;
  for (const JsonNode& node : read_rows(document, "cumulative_effects"))
    all.push_back(read_cumulative_effect(node, context, effects));
  return all;
}

}  // namespace crosscheck
