#include "rxnav/rx_concept.h"

#include <algorithm>

namespace crosscheck {
namespace {

// How the ingredient calls the code, or "" for a code that is not its own.
std::string_view type_of(const Ingredient& ingredient, const std::string& rxcui) {
  const auto& codes = ingredient.rxnorm;
  const auto found = std::find(codes.begin(), codes.end(), rxcui);
  if (found == codes.end()) return {};
  return found == codes.begin() ? kIngredientType : kPreciseIngredientType;
}

}  // namespace

RxConcept ingredient_concept(const KnowledgeBase& knowledge, IngredientId id) {
  const Ingredient& ingredient = knowledge.ingredient(id);
  return {ingredient.rxnorm.empty() ? "" : ingredient.rxnorm.front(), ingredient.name,
          kIngredientType};
}

RxConcept asked_concept(const KnowledgeBase& knowledge, std::string rxcui,
                        const Recognition& recognition) {
  const std::vector<IngredientId> ingredients = ingredients_of(recognition);
  RxConcept asked{std::move(rxcui), name_together(knowledge, ingredients), kProductType};
  if (ingredients.size() == 1) {
    const auto type = type_of(knowledge.ingredient(ingredients.front()), asked.rxcui);
    if (!type.empty()) asked.tty = type;
  }
  return asked;
}

void write_concept(const RxConcept& one, Outline& outline) {
  outline.known_text("rxcui", one.rxcui);
  outline.text("name", one.name);
  outline.text("tty", one.tty);
}

Recognition recognise_rxcui(const RulesInForce& rules, const std::string& rxcui) {
  const Coding coding{"rxnorm", rxcui, ""};
  return rules.recogniser().recognise("", {&coding, 1});
}

std::string name_together(const KnowledgeBase& knowledge,
                          const std::vector<IngredientId>& ingredients) {
  std::string name;
  for (const IngredientId id : ingredients)
    name += (name.empty() ? "" : " / ") + knowledge.ingredient(id).name;
  return name;
}

std::vector<IngredientId> ingredients_of(const Recognition& recognition) {
  std::vector<IngredientId> ingredients;
  for (const auto& part : recognition.parts) {
    for (const IngredientId id : part) {
      if (std::find(ingredients.begin(), ingredients.end(), id) == ingredients.end())
        ingredients.push_back(id);
    }
  }
  return ingredients;
}

}  // namespace crosscheck
