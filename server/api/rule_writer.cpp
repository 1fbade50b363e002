#include "api/rule_writer.h"

#include "api/evidence_writer.h"
#include "api/optional_text.h"
#include "check/wording.h"

namespace crosscheck {
namespace {

std::vector<const Participant*> participants(const Interaction& rule) {
  return {&rule.between[0], &rule.between[1]};
}

std::vector<const Participant*> participants(const Precaution& rule) {
  return {&rule.of};
}

std::vector<const Participant*> participants(const CumulativeEffect& rule) {
  std::vector<const Participant*> all;
  for (const Contributor& contributor : rule.contributors) all.push_back(&contributor.of);
  return all;
}

// The worst that it can become.
void write_severity(const CumulativeEffect& rule, JsonWriter& json) {
  json.member("severity",
              to_string(rule.major_from ? Severity::major : Severity::moderate));
  json.member("interruptive", rule.interruptive);
}

void write_onset(const Interaction& rule, JsonWriter& json) {
  json.member("onset", token(rule.onset));
}
void write_onset(const Precaution&, JsonWriter&) {}

constexpr std::string_view kind_of(const Interaction&) {
  return "interaction";
}
constexpr std::string_view kind_of(const Precaution&) {
  return "precaution";
}
constexpr std::string_view kind_of(const CumulativeEffect&) {
  return "cumulative_effect";
}

template <typename Rule>
void write_listed(const KnowledgeBase& knowledge, const Pack& pack, const Rule& rule,
                  JsonWriter& json) {
  json.begin_object();
  json.member("id", rule.id);
  json.member("kind", kind_of(rule));
  write_severity(rule, json);
  json.member("pack", pack.id);
  json.begin_array("participants");
  for (const Participant* participant : participants(rule)) json.string(participant->key);
  json.end_array();
  json.member("summary", summary(knowledge, rule));
  json.end_object();
}

void write_participant(const Participant& participant, JsonWriter& json) {
  const bool is_class = participant.kind == Participant::Kind::drug_class;
  json.begin_object();
  json.member(is_class ? "class" : "ingredient", participant.key);
  if (!participant.except.empty()) json.strings("except", participant.except);
  if (!participant.routes.empty()) json.strings("route", participant.routes);
  json.end_object();
}

template <typename Rule>
void write_participants(const Rule& rule, JsonWriter& json) {
  json.begin_array("participants");
  for (const Participant* participant : participants(rule))
    write_participant(*participant, json);
  json.end_array();
}

void write_age(const std::optional<AgeRange>& age, JsonWriter& json) {
  if (!age) return;
  json.begin_object("age_years");
  if (age->from) json.member("from", *age->from);
  if (age->below) json.member("below", *age->below);
  json.end_object();
}

void write_trigger(const Interaction&, JsonWriter&) {}

void write_trigger(const Precaution& rule, JsonWriter& json) {
  json.member("precaution_kind", to_string(rule.kind));
  if (!rule.conditions.empty()) json.strings("conditions", rule.conditions);
  write_age(rule.age, json);
  if (rule.daily_dose) {
    json.begin_object("daily_dose");
    json.member("above", rule.daily_dose->above_mg);
    json.member("unit", std::string_view("mg"));
    json.end_object();
  }
}

void write_effect(const KnowledgeBase& knowledge, const std::string& key,
                  JsonWriter& json) {
  json.begin_object();
  json.member("key", key);
  const ClinicalEffect& effect = *knowledge.find_effect(key);
  json.member("name", effect.name);
  json.member("consumer", known(effect.consumer));
  json.end_object();
}

template <typename Rule>
void write_head(const Pack& pack, const Rule& rule, JsonWriter& json) {
  json.member("id", rule.id);
  json.member("kind", kind_of(rule));
  write_severity(rule, json);
  json.member("pack", pack.id);
  json.member("version", pack.version);
}

void write_limit(std::string_view name, std::optional<int> limit, JsonWriter& json) {
  if (limit) json.member(name, *limit);
}

template <typename Rule>
void write_whole(const KnowledgeBase& knowledge, const Rule& rule, JsonWriter& json) {
  const Pack& pack = knowledge.pack_of(rule.id);
  json.begin_object();
  write_head(pack, rule, json);
  write_trigger(rule, json);
  write_participants(rule, json);
  json.begin_array("effects");
  for (const std::string& key : rule.effects) write_effect(knowledge, key, json);
  json.end_array();
  write_onset(rule, json);
  json.member("mechanism", known(rule.mechanism));
  json.member("management", rule.management);
  json.member("consumer", known(rule.consumer));
  write_sourced_evidence(knowledge, pack, rule.evidence, json);
  write_reviewed(pack, json);
  json.end_object();
}

void write_whole(const KnowledgeBase& knowledge, const CumulativeEffect& rule,
                 JsonWriter& json) {
  const Pack& pack = knowledge.pack_of(rule.id);
  json.begin_object();
  write_head(pack, rule, json);
  json.key("effect");
  write_effect(knowledge, rule.effect, json);
  write_age(rule.age, json);
  json.member("sums", to_string(rule.summation));
  write_limit("moderate_from", rule.moderate_from, json);
  write_limit("major_from", rule.major_from, json);
  json.strings("said_by", rule.said_by);
  json.member("management", rule.management);
  json.member("consumer", known(rule.consumer));
  write_participants(rule, json);
  json.begin_array("contributors");
  for (const Contributor& contributor : rule.contributors) {
    json.begin_object();
    json.key("of");
    write_participant(contributor.of, json);
    json.member("amount", contributor.amount);
    write_sourced_evidence(knowledge, pack, contributor.evidence, json);
    json.end_object();
  }
  json.end_array();
  write_sourced_evidence(knowledge, pack, rule.evidence, json);
  write_reviewed(pack, json);
  json.end_object();
}

}  // namespace

void write_rule_list(const KnowledgeBase& knowledge, JsonWriter& json) {
  json.begin_object();
  json.begin_array("rules");
  for (const Pack& pack : knowledge.packs()) {
    for (const Interaction& rule : pack.interactions)
      write_listed(knowledge, pack, rule, json);
    for (const Precaution& rule : pack.precautions)
      write_listed(knowledge, pack, rule, json);
    for (const CumulativeEffect& rule : pack.cumulative_effects)
      write_listed(knowledge, pack, rule, json);
  }
  json.end_array();
  json.end_object();
}

void write_rule(const KnowledgeBase& knowledge, const AnyRule& rule, JsonWriter& json) {
  std::visit(
      [&](const auto& found) {
        if constexpr (std::is_pointer_v<std::decay_t<decltype(found)>>)
          write_whole(knowledge, *found, json);
      },
      rule);
}

void write_reviewed(const Pack& pack, JsonWriter& json) {
  json.begin_object("reviewed");
  json.member("by", pack.reviewed_by);
  json.member("on", pack.reviewed_on);
  json.end_object();
}

void write_source(const Pack& pack, const Source& source, JsonWriter& json) {
  json.begin_object();
  json.member("pack", pack.id);
  json.member("id", source.id);
  json.member("title", source.title);
  json.member("publisher", known(source.publisher));
  json.member("date", known(source.date));
  json.member("location", source.location);
  json.end_object();
}

}  // namespace crosscheck
