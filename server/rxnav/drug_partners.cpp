#include "rxnav/drug_partners.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "check/cumulative_finder.h"
#include "check/interaction_finder.h"

namespace crosscheck {
namespace {

bool have_effect_in_common(const KnowledgeBase& knowledge, IngredientId a,
                           IngredientId b) {
  for (const AddedEffect& of_a : knowledge.contributions_of(a)) {
    for (const AddedEffect& of_b : knowledge.contributions_of(b)) {
      if (of_a.effect == of_b.effect) return true;
    }
  }
  return false;
}

std::vector<PairStatement> check_two(const KnowledgeBase& knowledge, IngredientId a,
                                     const std::string& route, IngredientId b) {
  std::array<Medication, 2> two;
  two[0].parts = {{a}};
  two[0].route = route;
  two[1].position = 1;
  two[1].parts = {{b}};
  std::vector<PairStatement> statements;
  const auto add = [&](const auto& alerts) {
    for (const auto& alert : alerts) {
      auto more = statements_of(knowledge, alert);
      std::move(more.begin(), more.end(), std::back_inserter(statements));
    }
  };
  const auto interactions = find_interactions(knowledge, two);
  add(interactions);
  add(find_cumulative_effects(knowledge, two, std::nullopt, interactions));
  return statements;
}

}  // namespace

DrugPartners find_partners(const KnowledgeBase& knowledge, IngredientId id,
                           const std::string& route,
                           const std::vector<IngredientId>& together) {
  DrugPartners partners;
  for (std::uint32_t i = 0; i < knowledge.ingredient_count(); ++i) {
    const IngredientId other{i};
    const bool taken_together =
        std::find(together.begin(), together.end(), other) != together.end();
    if (taken_together || (knowledge.between(id, other).empty() &&
                           !have_effect_in_common(knowledge, id, other)))
      continue;
    auto found = check_two(knowledge, id, route, other);
    if (found.empty()) continue;
    if (knowledge.ingredient(other).rxnorm.empty())
      partners.without_rxcui.push_back(knowledge.ingredient(other).name);
    else
      std::move(found.begin(), found.end(), std::back_inserter(partners.statements));
  }
  const auto place = [&](const PairStatement& statement) {
    return std::tie(statement.severity, knowledge.ingredient(statement.second).name);
  };
  std::stable_sort(partners.statements.begin(), partners.statements.end(),
                   [&](const auto& x, const auto& y) { return place(x) < place(y); });
  std::sort(partners.without_rxcui.begin(), partners.without_rxcui.end());
  return partners;
}

}  // namespace crosscheck
