#include "rxnav/pair_statement.h"

#include <algorithm>

#include "check/wording.h"
#include "rxnav/rx_concept.h"

namespace crosscheck {
namespace {

std::string described(std::string text, const std::string& management,
                      Severity severity) {
  text += ". " + management + " Severity: ";
  return text.append(to_string(severity)) + '.';
}

PairStatement statement_of(const KnowledgeBase& knowledge, const InteractionAlert& alert,
                           const Interaction& rule, IngredientId a, IngredientId b) {
  InteractionAlert alone{rule.severity, alert.first, alert.second, false, {&rule}};
  alone.first.ingredients = {a};
  alone.second.ingredients = {b};
  std::string text = described(summary(knowledge, alone), rule.management, rule.severity);
  if (rule.local) text += ' ' + local_change(rule) + '.';
  return {rule.severity, a, b, std::move(text), rule.id};
}

bool speaks_of(const KnowledgeBase& knowledge, const Interaction* rule, IngredientId a,
               IngredientId b) {
  const auto rules = knowledge.between(a, b);
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

void write_side(const KnowledgeBase& knowledge, const PairStatement& statement,
                IngredientId id, Outline& outline) {
  const Ingredient& ingredient = knowledge.ingredient(id);
  outline.begin_item();
  outline.begin("minConceptItem");
  write_concept(ingredient_concept(knowledge, id), outline);
  outline.end();
  outline.begin("sourceConceptItem");
  outline.text("id", ingredient.key);
  outline.text("name", ingredient.name);
  outline.text("url", "/v1/rules/" + statement.rule);
  outline.end();
  outline.end();
}

}  // namespace

std::vector<PairStatement> statements_of(const KnowledgeBase& knowledge,
                                         const InteractionAlert& alert) {
  std::vector<PairStatement> statements;
  for (const Interaction* rule : alert.rules) {
    for (const IngredientId a : alert.first.ingredients) {
      for (const IngredientId b : alert.second.ingredients) {
        if (speaks_of(knowledge, rule, a, b))
          statements.push_back(statement_of(knowledge, alert, *rule, a, b));
      }
    }
  }
  return statements;
}

std::vector<PairStatement> statements_of(const KnowledgeBase& knowledge,
                                         const CumulativeAlert& alert) {
  const std::string text =
      described(summary(knowledge, alert), alert.effect->management, alert.severity);
  std::vector<PairStatement> statements;
  for (std::size_t i = 1; i < alert.contributions.size(); ++i)
    statements.push_back({alert.severity, alert.contributions.front().ingredient,
                          alert.contributions[i].ingredient, text, alert.effect->id});
  return statements;
}

void write_pair(const KnowledgeBase& knowledge, const PairStatement& statement,
                Outline& outline) {
  outline.begin_item();
  outline.begin_list("interactionConcept");
  write_side(knowledge, statement, statement.first, outline);
  write_side(knowledge, statement, statement.second, outline);
  outline.end_list();
  outline.text("severity", statement.severity <= Severity::major ? "high" : "N/A");
  outline.text("description", statement.description);
  outline.end();
}

}  // namespace crosscheck
