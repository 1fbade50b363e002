// One broken fixture for each message.
#include "pack/product_reader.h"

#include <doctest/doctest.h>

#include "rules_fixture.h"

namespace crosscheck {
namespace {

TEST_CASE("products.json: what is refused") {
  const std::string file = "terminology/products.json";
  check_broken_rules({
      {"an ingredient that is not known",
       file,
       R"("ingredients": ["phenelzine"])",
       R"("ingredients": ["phenelzin"])",
       {file + ": /products/1/ingredients/0: expected an ingredient key; found "
               "\"phenelzin\" (did you mean \"phenelzine\"?)"}},
      {"nothing is near",
       file,
       R"("ingredients": ["phenelzine"])",
       R"("ingredients": ["aspirin"])",
       {file +
        ": /products/1/ingredients/0: expected an ingredient key; found \"aspirin\""}},
      {"no ingredient",
       file,
       R"("ingredients": ["phenelzine"])",
       R"("ingredients": [])",
       {file + ": /products/1/ingredients: expected at least one ingredient; found []"}},
      {"neither a brand nor a code",
       file,
       R"("brands": ["Nardil"])",
       R"("brands": [])",
       {file + ": /products/1: expected a brand or a code; found neither"}},
      {"a brand without a letter",
       file,
       R"("Nardil")",
       R"("123")",
       {file + ": /products/1/brands/0: expected a name with a letter and without space "
               "around it; found \"123\""}},
      {"an RxCUI that an ingredient has",
       file,
       R"("197391")",
       R"("8123")",
       {file +
        ": /products/0/rxnorm/0: expected an unused RxCUI; found \"8123\", which is "
        "taken by terminology/ingredients.json: /ingredients/1"}},
      {"a route that is not known",
       file,
       R"("oral")",
       R"("orla")",
       {file + ": /products/1/route: expected a route key; found \"orla\" (did you mean "
               "\"oral\"?)"}},
      {"an unknown member",
       file,
       R"("route")",
       R"("routes")",
       {file + ": /products/1/routes: expected a member named ingredients brands rxnorm "
               "ndc snomed route origin; found \"routes\""}},
  });
}

}  // namespace
}  // namespace crosscheck
