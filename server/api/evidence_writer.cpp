#include "api/evidence_writer.h"

#include "api/optional_text.h"
#include "check/wording.h"

namespace crosscheck {
namespace {

void write_statement(const Evidence& evidence, JsonWriter& json) {
  json.member("section", evidence.section);
  json.member("states", evidence.states);
  json.member("severity", token(evidence.severity));
  json.member("level", token(evidence.level));
}

}  // namespace

void write_severity(const Statement& rule, JsonWriter& json) {
  json.member("severity", to_string(rule.severity));
  json.member("interruptive", rule.interruptive);
  if (!rule.local) {
    json.key("local");
    json.null();
    return;
  }
  json.begin_object("local");
  json.member("original_severity", to_string(rule.local->original_severity));
  json.member("original_interruptive", rule.local->original_interruptive);
  json.member("reason", rule.local->decision.reason);
  json.member("author", rule.local->decision.author);
  json.member("date", rule.local->decision.date);
  json.end_object();
}

void write_evidence(const KnowledgeBase& knowledge, const Pack& pack,
                    const std::vector<Evidence>& all, JsonWriter& json) {
  json.begin_array("evidence");
  for (const Evidence& evidence : all) {
    json.begin_object();
    json.member("source", evidence.source);
    json.member("title", knowledge.source(pack, evidence).title);
    write_statement(evidence, json);
    json.end_object();
  }
  json.end_array();
}

void write_sourced_evidence(const KnowledgeBase& knowledge, const Pack& pack,
                            const std::vector<Evidence>& all, JsonWriter& json) {
  json.begin_array("evidence");
  for (const Evidence& evidence : all) {
    const Source& source = knowledge.source(pack, evidence);
    json.begin_object();
    json.member("source", source.id);
    json.member("title", source.title);
    json.member("publisher", known(source.publisher));
    json.member("date", known(source.date));
    json.member("location", source.location);
    write_statement(evidence, json);
    json.member("citation", citation(source, evidence));
    json.end_object();
  }
  json.end_array();
}

}  // namespace crosscheck
