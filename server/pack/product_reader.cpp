#include "pack/product_reader.h"

#include "pack/row_reader.h"

namespace crosscheck {
namespace {

bool names_nothing(const Product& product) {
  return product.brands.empty() && product.rxnorm.empty() && product.ndc.empty() &&
         product.snomed.empty();
}

Product read_product(const JsonNode& row, const Vocabulary& vocabulary, TakenCodes& codes,
                     const KnownKeys& origins) {
  row.allow_only({"ingredients", "brands", "rxnorm", "ndc", "snomed", "route", "origin"});
  Product product;
  product.ingredients = vocabulary.ingredients.read_keys(row, "ingredients");
  if (product.ingredients.empty() && row.has_array("ingredients"))
    row.report("ingredients", "at least one ingredient");
  product.brands = read_names(row, "brands");
  product.rxnorm = read_rxnorm(row, codes);
  product.ndc = read_ndc(row, codes);
  product.snomed = read_snomed(row, codes);
  if (row.has_array("brands") && row.has_array("rxnorm") && names_nothing(product))
    row.report("", "a brand or a code", "neither");
  product.route = row.optional_string("route").value_or("");
  vocabulary.routes.expect(row, "route", product.route);
  check_origin(row, origins);
  return product;
}

}  // namespace

std::vector<Product> read_products(const std::optional<JsonNode>& document,
                                   const Vocabulary& vocabulary, TakenCodes& codes) {
  std::vector<Product> products;
  if (!document) return products;
  document->allow_only({"schema", "origins", "products"});
  const KnownKeys origins = read_origins(*document);
  for (const JsonNode& row : read_rows(*document, "products"))
    products.push_back(read_product(row, vocabulary, codes, origins));
  return products;
}

}  // namespace crosscheck
