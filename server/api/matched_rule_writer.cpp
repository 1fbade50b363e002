#include "api/matched_rule_writer.h"

#include "api/evidence_writer.h"
#include "api/optional_text.h"

namespace crosscheck {
namespace {

void write_matched(const Interaction& rule, JsonWriter& json) {
  json.begin_array("matched");
  for (const Participant& participant : rule.between) json.string(participant.key);
  json.end_array();
  json.member("onset", token(rule.onset));
}

void write_matched(const Precaution& rule, JsonWriter& json) {
  json.begin_array("matched");
  json.string(rule.of.key);
  json.end_array();
}

template <typename Rule>
void write(const KnowledgeBase& knowledge, const Rule& rule, JsonWriter& json) {
  json.begin_object();
  json.member("id", rule.id);
  write_severity(rule, json);
  write_matched(rule, json);
  json.member("mechanism", known(rule.mechanism));
  json.strings("effects", rule.effects);
  json.member("management", rule.management);
  json.member("consumer", known(rule.consumer));
  write_evidence(knowledge, knowledge.pack_of(rule.id), rule.evidence, json);
  json.end_object();
}

}  // namespace

void write_matched_rule(const KnowledgeBase& knowledge, const Interaction& rule,
                        JsonWriter& json) {
  write(knowledge, rule, json);
}

void write_matched_rule(const KnowledgeBase& knowledge, const Precaution& rule,
                        JsonWriter& json) {
  write(knowledge, rule, json);
}

void write_total(const KnowledgeBase& knowledge, const CumulativeAlert& alert,
                 JsonWriter& json) {
  const Pack& pack = knowledge.pack_of(alert.effect->id);
  json.member("rule", alert.effect->id);
  json.member("total", alert.total);
  json.begin_array("contributions");
  for (const Contribution& contribution : alert.contributions) {
    json.begin_object();
    json.member("ingredient", knowledge.ingredient(contribution.ingredient).key);
    json.member("matched", contribution.by->of.key);
    json.member("amount", contribution.by->amount);
    write_evidence(knowledge, pack, contribution.by->evidence, json);
    json.end_object();
  }
  json.end_array();
  write_evidence(knowledge, pack, alert.effect->evidence, json);
}

}  // namespace crosscheck
