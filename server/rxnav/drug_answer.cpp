#include <algorithm>

#include "rxnav/drug_partners.h"
#include "rxnav/interaction_answer.h"
#include "rxnav/rx_concept.h"

namespace crosscheck {
namespace {

// What the rules say of one ingredient of the drug: one interactionType.
void write_ingredient(const KnowledgeBase& knowledge, const RxConcept& asked,
                      IngredientId id, const std::vector<PairStatement>& statements,
                      Outline& outline) {
  std::string comment = "Drug (rxcui = " + asked.rxcui + ", name = " + asked.name;
  comment.append(", tty = ").append(asked.tty);
  comment += "). Drug is resolved to " + knowledge.ingredient(id).name + ".";
  outline.begin_item();
  outline.text("comment", comment);
  outline.begin("minConceptItem");
  write_concept(asked, outline);
  outline.end();
  outline.begin_list("interactionPair");
  for (const PairStatement& statement : statements)
    write_pair(knowledge, statement, outline);
  outline.end_list();
  outline.end();
}

struct IngredientFindings {
  IngredientId id;
  DrugPartners partners;
};

// The ingredient with the worst finding first.
std::vector<IngredientFindings> find_all(const KnowledgeBase& knowledge,
                                         const Recognition& recognition) {
  const auto ingredients = ingredients_of(recognition);
  std::vector<IngredientFindings> all;
  for (const IngredientId id : ingredients)
    all.push_back({id, find_partners(knowledge, id, recognition.route, ingredients)});
  const auto worst = [](const IngredientFindings& findings) {
    const auto& statements = findings.partners.statements;
    return statements.empty() ? std::size_t{kSeverityTokens.size()}
                              : static_cast<std::size_t>(statements.front().severity);
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const auto& x, const auto& y) { return worst(x) < worst(y); });
  return all;
}

void write_group(const RulesInForce& rules, const RxConcept& asked,
                 const std::vector<IngredientFindings>& all, Outline& outline) {
  outline.begin_item();
  write_group_head(rules, outline);
  outline.begin_list("interactionType");
  for (const auto& [id, partners] : all) {
    if (!partners.statements.empty())
      write_ingredient(rules.knowledge(), asked, id, partners.statements, outline);
  }
  outline.end_list();
  outline.end();
}

std::vector<std::string> names_without_rxcui(const std::vector<IngredientFindings>& all) {
  std::vector<std::string> names;
  for (const auto& [id, partners] : all)
    names.insert(names.end(), partners.without_rxcui.begin(),
                 partners.without_rxcui.end());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

void write_drug_answer(const RulesInForce& rules, const RxnavQuestion& question,
                       const Recognition& recognition, const Unanswered& unanswered,
                       Outline& outline) {
  const KnowledgeBase& knowledge = rules.knowledge();
  const auto all = find_all(knowledge, recognition);
  const bool found = !all.empty() && !all.front().partners.statements.empty();
  write_disclaimer(rules, unanswered, outline);
  outline.begin("userInput");
  outline.list("sources", question.sources);
  outline.text("rxcui", question.rxcuis.front());
  outline.end();
  if (found || question.empty_groups) {
    outline.begin_list("interactionTypeGroup");
    if (found)
      write_group(rules, asked_concept(knowledge, question.rxcuis.front(), recognition),
                  all, outline);
    outline.end_list();
  }
  write_unanswered(knowledge, unanswered, outline);
  outline.known_list("partnersWithoutRxcui", names_without_rxcui(all));
}

}  // namespace crosscheck
