#include "pack/ingredient_reader.h"

#include "pack/row_reader.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

Ingredient read_ingredient(const JsonNode& row, Vocabulary& vocabulary, TakenCodes& codes,
                           const KnownKeys& origins) {
  row.allow_only({"key", "name", "rxnorm", "atc", "snomed", "synonyms", "origin"});
  Ingredient ingredient;
  ingredient.key = vocabulary.ingredients.take_key(row, "key");
  ingredient.name = read_name(row, "name");
  ingredient.rxnorm = read_rxnorm(row, codes);
  ingredient.snomed = read_snomed(row, codes);
  ingredient.atc =
      read_forms(row, "atc", is_atc_code, "a full ATC code such as \"M03BX01\"");
  ingredient.synonyms = read_names(row, "synonyms");
  check_origin(row, origins);
  return ingredient;
}

}  // namespace

std::vector<Ingredient> read_ingredients(const std::optional<JsonNode>& document,
                                         Vocabulary& vocabulary, TakenCodes& codes) {
  std::vector<Ingredient> ingredients;
  const auto rows = read_rows(document, "ingredients", vocabulary.ingredients);
  if (!document) return ingredients;
  document->allow_only({"schema", "origins", "ingredients"});
  const KnownKeys origins = read_origins(*document);
  for (const JsonNode& row : rows)
    ingredients.push_back(read_ingredient(row, vocabulary, codes, origins));
  return ingredients;
}

}  // namespace crosscheck
