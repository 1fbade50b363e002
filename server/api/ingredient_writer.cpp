#include "api/ingredient_writer.h"

namespace crosscheck {

void write_ingredient(const KnowledgeBase& knowledge, IngredientId id, JsonWriter& json) {
  const Ingredient& ingredient = knowledge.ingredient(id);
  json.begin_object();
  json.member("key", ingredient.key);
  json.member("name", ingredient.name);
  json.key("rxcui");
  if (ingredient.rxnorm.empty())
    json.null();
  else
    json.string(ingredient.rxnorm.front());
  json.member("covered", knowledge.is_covered(id));
  json.end_object();
}

}  // namespace crosscheck
