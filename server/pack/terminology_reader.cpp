#include "pack/terminology_reader.h"

#include "pack/abbreviation_reader.h"
#include "pack/class_reader.h"
#include "pack/condition_reader.h"
#include "pack/effect_reader.h"
#include "pack/ingredient_reader.h"
#include "pack/look_alike_reader.h"
#include "pack/order_words_reader.h"
#include "pack/product_reader.h"
#include "pack/route_reader.h"
#include "pack/terminology_pack_reader.h"

namespace crosscheck {

Terminology read_terminology(const RulesDocuments& documents,
                             const std::vector<std::string>& packs,
                             Vocabulary& vocabulary) {
  TakenCodes codes;
  Terminology terminology;
  // Ingredients and routes first: the others name them.
  terminology.ingredients =
      read_ingredients(documents.find("terminology/ingredients.json"), vocabulary, codes);
  terminology.routes = read_routes(documents.find("terminology/routes.json"), vocabulary);
  terminology.products =
      read_products(documents.find("terminology/products.json"), vocabulary, codes);
  terminology.classes =
      read_classes(documents.find("terminology/classes.json"), vocabulary);
  terminology.effects =
      read_effects(documents.find("terminology/effects.json"), vocabulary);
  terminology.conditions =
      read_conditions(documents.find("terminology/conditions.json"), vocabulary);
  if (const auto document = documents.find("terminology/abbreviations.json"))
    terminology.abbreviations = read_abbreviations(*document, vocabulary);
  if (const auto document = documents.find("terminology/order-words.json"))
    terminology.order_words = read_order_words(*document);
  if (const auto document = documents.find("terminology/look-alikes.json"))
    terminology.look_alikes = read_look_alikes(*document);

  read_terminology_packs(documents, packs, vocabulary, terminology);
  return terminology;
}

}  // namespace crosscheck
