#include <algorithm>

#include "rxnav/interaction_answer.h"
#include "rxnav/pair_statement.h"
#include "rxnav/rx_concept.h"

namespace crosscheck {
namespace {

// What is said of some entries of the list: one fullInteractionType.
struct Finding {
  Severity severity = Severity::minor;
  std::vector<std::size_t> positions;
  std::vector<PairStatement> statements;
};

std::vector<Finding> findings_of(const KnowledgeBase& knowledge, const Report& report) {
  std::vector<Finding> findings;
  for (const InteractionAlert& alert : report.interactions)
    findings.push_back({alert.severity,
                        {alert.first.position, alert.second.position},
                        statements_of(knowledge, alert)});
  for (const CumulativeAlert& alert : report.cumulative_effects)
    findings.push_back(
        {alert.severity, alert.medications, statements_of(knowledge, alert)});
  std::stable_sort(
      findings.begin(), findings.end(),
      [](const Finding& x, const Finding& y) { return x.severity < y.severity; });
  return findings;
}

// "Drug1 (rxcui = 1292, name = baclofen, tty = IN). Drug2 … ", a form that clients read.
std::string comment_on(const std::vector<RxConcept>& concepts) {
  std::string text;
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    text += "Drug" + std::to_string(i + 1) + " (rxcui = " + concepts[i].rxcui +
            ", name = " + concepts[i].name + ", tty = ";
    text.append(concepts[i].tty) += "). ";
  }
  return text;
}

class ListWriter {
 public:
  ListWriter(const RulesInForce& rules, std::span<const std::string> checked,
             const Report& report, Outline& outline)
      : knowledge_(rules.knowledge()),
        checked_(checked),
        report_(report),
        outline_(outline) {}

  void write(const Finding& finding) {
    const std::vector<RxConcept> concepts = concepts_of(finding);
    outline_.begin_item();
    outline_.text("comment", comment_on(concepts) + resolved(finding));
    outline_.begin_list("minConcept");
    for (const RxConcept& one : concepts) {
      outline_.begin_item();
      write_concept(one, outline_);
      outline_.end();
    }
    outline_.end_list();
    outline_.begin_list("interactionPair");
    for (const PairStatement& statement : finding.statements)
      write_pair(knowledge_, statement, outline_);
    outline_.end_list();
    outline_.end();
  }

 private:
  std::vector<RxConcept> concepts_of(const Finding& finding) const {
    std::vector<RxConcept> concepts;
    for (const std::size_t position : finding.positions)
      concepts.push_back(
          asked_concept(knowledge_, checked_[position], report_.medications[position]));
    return concepts;
  }

  std::string resolved(const Finding& finding) const {
    const PairStatement& first = finding.statements.front();
    return "Drug1 is resolved to " + knowledge_.ingredient(first.first).name +
           ", Drug2 is resolved to " + knowledge_.ingredient(first.second).name +
           " and rule " + first.rule + " speaks of both.";
  }

  const KnowledgeBase& knowledge_;
  std::span<const std::string> checked_;
  const Report& report_;
  Outline& outline_;
};

void write_group(const RulesInForce& rules, std::span<const std::string> checked,
                 const Report& report, const std::vector<Finding>& findings,
                 Outline& outline) {
  ListWriter writer(rules, checked, report, outline);
  outline.begin_item();
  write_group_head(rules, outline);
  outline.begin_list("fullInteractionType");
  for (const Finding& finding : findings) writer.write(finding);
  outline.end_list();
  outline.end();
}

}  // namespace

void write_list_answer(const RulesInForce& rules, const RxnavQuestion& question,
                       std::span<const std::string> checked, const Report& report,
                       const Unanswered& unanswered, Outline& outline) {
  const auto findings = findings_of(rules.knowledge(), report);
  write_disclaimer(rules, unanswered, outline);
  outline.begin("userInput");
  outline.list("sources", question.sources);
  outline.list("rxcuis", question.rxcuis);
  outline.end();
  if (!findings.empty() || question.empty_groups) {
    outline.begin_list("fullInteractionTypeGroup");
    if (!findings.empty()) write_group(rules, checked, report, findings, outline);
    outline.end_list();
  }
  write_unanswered(rules.knowledge(), unanswered, outline);
}

}  // namespace crosscheck
