#include "pack/statement_reader.h"

#include <algorithm>

#include "json/json_writer.h"
#include "pack/evidence_reader.h"
#include "pack/row_reader.h"

namespace crosscheck {
namespace {

// A smaller Severity is a worse one.
void check_severity(const JsonNode& rule, const Statement& statement) {
  Severity highest = Severity::minor;
  for (const Evidence& evidence : statement.evidence)
    highest = std::min(highest, evidence.severity.value_or(Severity::minor));
  if (statement.severity > highest)
    rule.report("severity", json_quoted(to_string(highest)) +
                                " or worse, as the evidence of this rule says");
}

}  // namespace

Statement read_statement(const JsonNode& rule, PackContext& context) {
  Statement statement;
  statement.id = context.rule_ids.take_key(rule, "id");
  statement.severity = rule.required_token<Severity>("severity", kSeverityTokens);
  statement.interruptive =
      rule.optional_bool("interruptive").value_or(statement.severity <= Severity::major);
  statement.effects = context.vocabulary.effects.read_keys(rule, "effects");
  statement.mechanism = rule.optional_string("mechanism").value_or("");
  statement.management = rule.required_string("management");
  statement.consumer = read_sentences(rule, "consumer");
  statement.evidence = read_evidence(rule, context.sources);
  check_severity(rule, statement);
  return statement;
}

}  // namespace crosscheck
