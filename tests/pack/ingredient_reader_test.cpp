// One broken fixture for each message.
#include "pack/ingredient_reader.h"

#include <doctest/doctest.h>

#include "rules_fixture.h"

namespace crosscheck {
namespace {

TEST_CASE("ingredients.json: what is refused") {
  const std::string file = "terminology/ingredients.json";
  check_broken_rules({
      {"an unknown member",
       file,
       R"("synonyms": [])",
       R"("synonyms": [], "synonym": [])",
       {file + ": /ingredients/0/synonym: expected a member named key name rxnorm atc "
               "snomed synonyms origin; found \"synonym\""}},
      {"an unknown member of the file",
       file,
       R"("origins")",
       R"("orgins": {}, "origins")",
       {file + ": /orgins: expected a member named schema origins ingredients; found "
               "\"orgins\""}},
      {"a wrong type",
       file,
       R"("name": "baclofen")",
       R"("name": 7)",
       {file + ": /ingredients/0/name: expected a non-empty string; found 7"}},
      {"a row that is no object",
       file,
       R"("ingredients": [)",
       R"("ingredients": [[],)",
       {file + ": /ingredients/0: expected an object; found []"}},
      {"a schema that is not known",
       "terminology/look-alikes.json",
       R"("schema": 1)",
       R"("schema": 2)",
       {"terminology/look-alikes.json: /schema: expected the number 1; found 2"}},
      {"no schema",
       "terminology/look-alikes.json",
       R"("schema": 1,)",
       "",
       {"terminology/look-alikes.json: /schema: expected the number 1; found nothing"}},
      {"a key twice in one object",
       file,
       R"("name": "phenelzine")",
       R"("name": "phenelzine", "name": "x")",
       {file + ": /ingredients/1/name: expected each member name once; found it again"}},
      {"one key for two ingredients",
       file,
       R"("key": "selegiline")",
       R"("key": "baclofen")",
       {"terminology/classes.json: /classes/1/members/0: expected an ingredient key; found "
        "\"selegiline\"",
        file + ": /ingredients/2/key: expected an unused ingredient key; found "
               "\"baclofen\", which is taken by terminology/ingredients.json: "
               "/ingredients/0"}},
      {"a key that is not in kebab case",
       file,
       R"("key": "baclofen")",
       R"("key": "Baclofen_")",
       {"baclofen/interactions.json: /interactions/0/between/0/ingredient: expected an "
        "ingredient key; found \"baclofen\" (did you mean \"Baclofen_\"?)",
        "baclofen/precautions.json: /precautions/0/of/ingredient: expected an ingredient "
        "key; found \"baclofen\" (did you mean \"Baclofen_\"?)",
        "baclofen/precautions.json: /precautions/1/of/ingredient: expected an ingredient "
        "key; found \"baclofen\" (did you mean \"Baclofen_\"?)",
        "terminology/abbreviations.json: /abbreviations/0/ingredients/0: expected an "
        "ingredient key; found \"baclofen\" (did you mean \"Baclofen_\"?)",
        file +
            ": /ingredients/0/key: expected small letters and digits in words joined by "
            "single hyphens; found \"Baclofen_\"",
        "terminology/products.json: /products/0/ingredients/0: expected an ingredient key; "
        "found \"baclofen\" (did you mean \"Baclofen_\"?)"}},
      {"a name without a letter",
       file,
       R"("name": "baclofen")",
       R"("name": "12 %")",
       {file + ": /ingredients/0/name: expected a name with a letter and without space "
               "around it; found \"12 %\""}},
      {"a synonym with space around it",
       file,
       R"(["deprenyl"])",
       R"(["deprenyl "])",
       {file + ": /ingredients/2/synonyms/0: expected a name with a letter and without "
               "space around it; found \"deprenyl \""}},
      {"an ATC code that is not full",
       file,
       R"("M03BX01")",
       R"("M03BX")",
       {file + ": /ingredients/0/atc/0: expected a full ATC code such as \"M03BX01\"; "
               "found \"M03BX\""}},
      {"an ATC code in small letters",
       file,
       R"("M03BX01")",
       R"("m03bx01")",
       {file + ": /ingredients/0/atc/0: expected a full ATC code such as \"M03BX01\"; "
               "found \"m03bx01\""}},
      {"an RxCUI with a letter",
       file,
       R"("1292")",
       R"("1292a")",
       {file + ": /ingredients/0/rxnorm/0: expected an RxCUI, digits only; found "
               "\"1292a\""}},
      {"an RxCUI as a number",
       file,
       R"("1292")",
       R"(1292)",
       {file + ": /ingredients/0/rxnorm/0: expected a non-empty string; found 1292"}},
      {"an RxCUI twice in a row",
       file,
       R"(["1292"])",
       R"(["1292", "1292"])",
       {file +
        ": /ingredients/0/rxnorm/1: expected each string once; found \"1292\" of 0 "
        "again"}},
      {"an RxCUI in two rows",
       file,
       R"("8123")",
       R"("1292")",
       {file +
        ": /ingredients/1/rxnorm/0: expected an unused RxCUI; found \"1292\", which "
        "is taken by terminology/ingredients.json: /ingredients/0"}},
      {"an origin that is not known",
       file,
       R"("origin": ["own"])",
       R"("origin": ["owm"])",
       {file + ": /ingredients/0/origin/0: expected a key of origins; found \"owm\" (did "
               "you mean \"own\"?)"}},
      {"no origin",
       file,
       R"("origin": ["own"])",
       R"("origin": [])",
       {file + ": /ingredients/0/origin: expected at least one origin; found []"}},
      {"an origin without a meaning",
       file,
       R"("own": "by hand")",
       R"("own": "")",
       {file + ": /origins/own: expected a non-empty string; found \"\""}},
      {"origins that are none",
       file,
       R"({"own": "by hand"})",
       R"([])",
       {file + ": /origins: expected an object; found []"}},
  });
}

}  // namespace
}  // namespace crosscheck
