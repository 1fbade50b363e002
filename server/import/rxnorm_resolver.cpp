#include "import/rxnorm_resolver.h"

#include <algorithm>

#include "naming/folded_text.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

void add_all(IngredientSet& to, const IngredientSet& from) {
  to.insert(to.end(), from.begin(), from.end());
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
}

}  // namespace

RxnormResolver::RxnormResolver(const RxnormRelease& release,
                               const KnownTerminology& known, TerminologyDraft& draft,
                               ImportSummary& summary)
    : release_(release), known_(known) {
  for (const RxnormConcept& substance : release.concepts) {
    if (substance.type == TermType::in)
      resolved_[substance.rxcui] = ingredient_of(substance, draft, summary);
  }
}

IngredientSet RxnormResolver::ingredient_of(const RxnormConcept& substance,
                                            TerminologyDraft& draft,
                                            ImportSummary& summary) {
  const auto meanings =
      known_.codes().find(CodeSystem::rxnorm, std::to_string(substance.rxcui));
  if (meanings.size() == 1) {
    summary.add("ingredients known by their code");
    return meanings.front().ingredients;
  }
  if (const auto named = known_.ingredient_named(substance.name);
      named && meanings.empty()) {
    summary.add("ingredients known by their name");
    return {*named};
  }
  if (!substance.current || !meanings.empty() || !is_name(substance.name)) {
    summary.add("ingredients left out: suppressed, or not clear");
    return {};
  }
  // "water" is a word of orders: as a name of a drug it would be found in them.
  std::string name = to_lower_case(substance.name);
  if (known_.is_order_word(name)) name += " (substance)";
  summary.add("ingredients written");
  new_names_.emplace(FoldedText(name).joined());
  return {draft.add_ingredient(name, substance.rxcui)};
}

bool RxnormResolver::is_new_ingredient_name(std::string_view name) const {
  return new_names_.contains(FoldedText(name).joined());
}

const IngredientSet* RxnormResolver::find(Rxcui rxcui) {
  const IngredientSet& found = resolve(rxcui);
  if (found.empty()) return nullptr;
  return &resolved_.at(rxcui);
}

IngredientSet RxnormResolver::resolve(Rxcui rxcui) {
  const auto [known, is_new] = resolved_.try_emplace(rxcui);
  if (!is_new) return known->second;
  const RxnormConcept* found = release_.find(rxcui);
  IngredientSet ingredients =
      found != nullptr ? resolve_concept(*found) : resolve_retired(rxcui);
  resolved_[rxcui] = ingredients;
  return ingredients;
}

IngredientSet RxnormResolver::resolve_concept(const RxnormConcept& found) {
  const auto relation = way_to_ingredients(found.type);
  if (!relation) return {};
  const auto& all = release_.relationships;
  IngredientSet ingredients;
  for (auto next = std::lower_bound(all.begin(), all.end(),
                                    RxnormRelationship{found.rxcui, *relation, 0});
       next != all.end() && next->from == found.rxcui && next->relation == *relation;
       ++next) {
    const IngredientSet part = resolve(next->to);
    if (part.empty()) return {};
    add_all(ingredients, part);
  }
  return ingredients;
}

IngredientSet RxnormResolver::resolve_retired(Rxcui rxcui) {
  const auto& all = release_.merged;
  IngredientSet ingredients;
  for (auto next =
           std::lower_bound(all.begin(), all.end(), std::make_pair(rxcui, Rxcui{0}));
       next != all.end() && next->first == rxcui; ++next) {
    const IngredientSet merged = resolve(next->second);
    if (merged.empty() || (!ingredients.empty() && ingredients != merged)) return {};
    ingredients = merged;
  }
  return ingredients;
}

}  // namespace crosscheck
