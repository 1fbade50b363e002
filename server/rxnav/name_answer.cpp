#include "rxnav/name_answer.h"

#include <algorithm>
#include <utility>

#include "rxnav/rx_concept.h"

namespace crosscheck {
namespace {

bool stands_for(const RulesInForce& rules, const std::string& rxcui,
                const std::vector<IngredientId>& ingredients) {
  const Recognition recognition = recognise_rxcui(rules, rxcui);
  return recognition.recognised == Recognised::code && recognition.parts.size() == 1 &&
         recognition.parts.front() == ingredients;
}

bool has_all(const Product& product, const std::vector<std::string>& keys) {
  return std::all_of(keys.begin(), keys.end(), [&](const std::string& key) {
    return std::find(product.ingredients.begin(), product.ingredients.end(), key) !=
           product.ingredients.end();
  });
}

std::vector<std::string> keys_of(const KnowledgeBase& knowledge,
                                 const std::vector<IngredientId>& ingredients) {
  std::vector<std::string> keys;
  for (const IngredientId id : ingredients) keys.push_back(knowledge.ingredient(id).key);
  return keys;
}

// One conceptProperties.
void write_properties(const RxConcept& one, const std::string& synonym,
                      Outline& outline) {
  outline.begin_item();
  outline.text("rxcui", one.rxcui);
  outline.text("name", one.name);
  outline.known_text("synonym", synonym);
  outline.text("tty", one.tty);
  outline.text("language", "ENG");
  outline.text("suppress", "N");
  outline.end();
}

struct ProductCode {
  RxConcept product;
  std::string brands;
  std::size_t ingredients = 0;
};

std::vector<ProductCode> products_with(const KnowledgeBase& knowledge,
                                       const std::vector<IngredientId>& ingredients) {
  const std::vector<std::string> keys = keys_of(knowledge, ingredients);
  std::vector<ProductCode> found;
  for (const Product& product : knowledge.terminology().products) {
    if (!has_all(product, keys)) continue;
    std::vector<IngredientId> together;
    for (const std::string& key : product.ingredients)
      together.push_back(*knowledge.find_ingredient(key));
    const std::string name = name_together(knowledge, together);
    std::string brands;
    for (const std::string& brand : product.brands)
      brands += (brands.empty() ? "" : ", ") + brand;
    for (const std::string& rxcui : product.rxnorm)
      found.push_back({{rxcui, name, kProductType}, brands, product.ingredients.size()});
  }
  // A client may take the first: it has nothing that was not asked for.
  std::stable_sort(found.begin(), found.end(), [](const auto& x, const auto& y) {
    return x.ingredients < y.ingredients;
  });
  return found;
}

void write_groups(const KnowledgeBase& knowledge,
                  const std::vector<IngredientId>& ingredients, Outline& outline) {
  const auto products = products_with(knowledge, ingredients);
  const bool single =
      ingredients.size() == 1 && !knowledge.ingredient(ingredients[0]).rxnorm.empty();
  if (products.empty() && !single) return;
  outline.begin_list("conceptGroup");
  if (single) {
    outline.begin_item();
    outline.text("tty", kIngredientType);
    outline.begin_list("conceptProperties");
    write_properties(ingredient_concept(knowledge, ingredients[0]), "", outline);
    outline.end_list();
    outline.end();
  }
  if (!products.empty()) {
    outline.begin_item();
    outline.text("tty", kProductType);
    outline.begin_list("conceptProperties");
    for (const ProductCode& code : products)
      write_properties(code.product, code.brands, outline);
    outline.end_list();
    outline.end();
  }
  outline.end_list();
}

}  // namespace

std::vector<IngredientId> certain_meaning(const Recognition& recognition) {
  const bool sure = recognition.recognised == Recognised::exact ||
                    recognition.recognised == Recognised::brand ||
                    recognition.recognised == Recognised::product;
  if (!sure || recognition.parts.size() != 1 || !recognition.unknown_words.empty())
    return {};
  return recognition.parts.front();
}

std::optional<std::string> find_rxcui(const RulesInForce& rules,
                                      const std::vector<IngredientId>& ingredients) {
  const KnowledgeBase& knowledge = rules.knowledge();
  if (ingredients.size() == 1) {
    for (const std::string& rxcui : knowledge.ingredient(ingredients.front()).rxnorm) {
      if (stands_for(rules, rxcui, ingredients)) return rxcui;
    }
  }
  const std::vector<std::string> keys = keys_of(knowledge, ingredients);
  for (const Product& product : knowledge.terminology().products) {
    if (product.ingredients.size() != keys.size() || !has_all(product, keys)) continue;
    for (const std::string& rxcui : product.rxnorm) {
      if (stands_for(rules, rxcui, ingredients)) return rxcui;
    }
  }
  return std::nullopt;
}

void write_rxcui_answer(const RulesInForce& rules, const std::string& name,
                        Outline& outline) {
  const Recognition recognition = rules.recogniser().recognise(name, {});
  const std::vector<IngredientId> meaning = certain_meaning(recognition);
  outline.begin("idGroup");
  outline.text("name", name);
  if (!meaning.empty()) {
    if (const auto rxcui = find_rxcui(rules, meaning))
      outline.list("rxnormId", std::vector<std::string>{*rxcui});
  } else if (recognition.recognised == Recognised::ambiguous) {
    outline.known_list("ambiguousWith", recognition.suggestions);
  }
  outline.end();
}

void write_drugs_answer(const RulesInForce& rules, const std::string& name,
                        Outline& outline) {
  const auto meaning = certain_meaning(rules.recogniser().recognise(name, {}));
  outline.begin("drugGroup");
  outline.text("name", name);
  if (!meaning.empty()) write_groups(rules.knowledge(), meaning, outline);
  outline.end();
}

}  // namespace crosscheck
