#include "pack/policy_reader.h"

#include <set>
#include <string>
#include <utility>
#include <variant>

#include "json/json_writer.h"
#include "pack/participant_reader.h"
#include "pack/row_reader.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

void read_subject(const JsonNode& row, const Vocabulary& vocabulary,
                  const KnownKeys& rule_ids, LocalPolicy& policy) {
  if (row.has("rule") == row.has("between")) {
    row.report("", "either \"rule\" or \"between\"",
               row.has("rule") ? "both" : "neither");
    return;
  }
  if (row.has("rule")) {
    policy.rule = row.required_string("rule");
    rule_ids.expect(row, "rule", policy.rule);
    return;
  }
  const auto participants = row.required_array("between");
  policy.between.emplace();
  if (participants.size() == policy.between->size()) {
    for (std::size_t i = 0; i < participants.size(); ++i)
      (*policy.between)[i] = read_participant(participants[i], vocabulary);
  } else if (row.has_array("between")) {
    row.report("between", "two participants", std::to_string(participants.size()));
  }
  for (const JsonNode& participant : participants) {
    if (participant.is_object() && participant.has("route"))
      participant.report("route", "no route in a policy: it holds for all");
  }
}

void read_decision(const JsonNode& row, Decision& decision) {
  decision.reason = row.required_string("reason");
  decision.author = row.required_string("author");
  decision.date = row.required_string("date");
  if (!decision.date.empty() && !is_date(decision.date)) row.report("date", kDateForm);
}

PolicyRow read_policy(const JsonNode& row, const Vocabulary& vocabulary,
                      const KnownKeys& rule_ids, KnownKeys& taken) {
  row.allow_only(
      {"rule", "between", "severity", "interruptive", "reason", "author", "date"});
  LocalPolicy policy;
  read_subject(row, vocabulary, rule_ids, policy);
  if (!policy.rule.empty()) taken.take(row, "rule", policy.rule);
  policy.severity = row.optional_token<Severity>("severity", kSeverityTokens);
  policy.interruptive = row.optional_bool("interruptive");
  if (!row.has("severity") && !row.has("interruptive"))
    row.report("", "\"severity\", \"interruptive\" or both", "neither");
  read_decision(row, policy.decision);
  return {std::move(policy), row};
}

// The policies of one file, held against the rules without them.
class PolicyCheck {
 public:
  PolicyCheck(const KnowledgeBase& without, bool may_lower_contraindications)
      : without_(without), may_lower_(may_lower_contraindications) {}

  void check(const PolicyRow& row) const {
    if (row.policy.between)
      check_pair(row);
    else
      check_rule(row);
  }

 private:
  void check_rule(const PolicyRow& row) const {
    const AnyRule rule = without_.find_rule(row.policy.rule);
    if (const auto* interaction = std::get_if<const Interaction*>(&rule))
      check_lowering(row, **interaction);
    const auto* precaution = std::get_if<const Precaution*>(&rule);
    if (precaution != nullptr) check_lowering(row, **precaution);
    if (std::holds_alternative<const CumulativeEffect*>(rule) ||
        (precaution != nullptr && is_information((*precaution)->kind)))
      row.place.report("rule", "a rule that has a severity to change");
  }

  void check_pair(const PolicyRow& row) const {
    std::set<const Interaction*> rules;
    const auto others = without_.ingredients_of((*row.policy.between)[1]);
    for (const IngredientId a : without_.ingredients_of((*row.policy.between)[0])) {
      for (const IngredientId b : others) {
        const auto between = without_.between(a, b);
        rules.insert(between.begin(), between.end());
      }
    }
    if (rules.empty()) row.place.report("between", "a pair of which a rule speaks");
    for (const Interaction* rule : rules) check_lowering(row, *rule);
  }

  void check_lowering(const PolicyRow& row, const Statement& rule) const {
    if (may_lower_ || rule.severity != Severity::contraindicated) return;
    const std::string because =
        ", as rule " + json_quoted(rule.id) +
        " is a contraindication and the configuration does not let it be lowered";
    if (row.policy.severity.value_or(rule.severity) != rule.severity)
      row.place.report("severity", "\"contraindicated\"" + because);
    if (!row.policy.interruptive.value_or(true))
      row.place.report("interruptive", "true" + because);
  }

  const KnowledgeBase& without_;
  bool may_lower_;
};

}  // namespace

std::vector<PolicyRow> read_policies(const JsonNode& document,
                                     const Vocabulary& vocabulary,
                                     const KnownKeys& rule_ids) {
  document.allow_only({"schema", "policies"});
  KnownKeys taken("rule with a policy");
  std::vector<PolicyRow> rows;
  for (const JsonNode& row : read_rows(document, "policies"))
    rows.push_back(read_policy(row, vocabulary, rule_ids, taken));
  return rows;
}

void check_policies(const KnowledgeBase& without, std::span<const PolicyRow> rows,
                    bool may_lower_contraindications) {
  const PolicyCheck check(without, may_lower_contraindications);
  for (const PolicyRow& row : rows) check.check(row);
}

}  // namespace crosscheck
