// One broken fixture for each message.
#include "pack/terminology_reader.h"

#include <doctest/doctest.h>

#include "rules_fixture.h"

namespace crosscheck {
namespace {

TEST_CASE("effects, conditions and routes: what is refused") {
  const std::string effects = "terminology/effects.json";
  const std::string conditions = "terminology/conditions.json";
  const std::string routes = "terminology/routes.json";
  check_broken_rules({
      {"one key for two effects",
       effects,
       R"([{)",
       R"([{"key": "cns-depression", "name": "x"}, {)",
       {effects + ": /effects/1/key: expected an unused effect key; found "
                  "\"cns-depression\", which is taken by terminology/effects.json: "
                  "/effects/0"}},
      {"an effect without a name",
       effects,
       R"("name": "CNS depression")",
       R"("nam": "")",
       {effects +
            ": /effects/0/nam: expected a member named key name consumer; found \"nam\"",
        effects + ": /effects/0/name: expected a non-empty string; found nothing"}},
      {"words for the patient that are no sentence",
       effects,
       R"("name": "CNS depression")",
       R"("name": "CNS depression", "consumer": "sleepy")",
       {effects + ": /effects/0/consumer: expected sentences of up to 400 bytes that "
                  "begin with a capital letter and end with . ! or ?; found \"sleepy\""}},
      {"one key for two conditions",
       conditions,
       R"("key": "epilepsy")",
       R"("key": "renal-impairment")",
       {conditions + ": /conditions/1/key: expected an unused condition key; found "
                     "\"renal-impairment\", which is taken by "
                     "terminology/conditions.json: /conditions/0"}},
      {"one name for two conditions",
       conditions,
       R"("synonyms": [])",
       R"("synonyms": ["Kidney Disease"])",
       {conditions +
        ": /conditions/1/synonyms/0: expected an unused name of a condition; "
        "found \"kidney disease\", which is taken by "
        "terminology/conditions.json: /conditions/0"}},
      {"an ICD-10 code without a dot",
       conditions,
       R"("I69.3")",
       R"("I693")",
       {conditions +
        ": /conditions/0/icd10/1: expected an ICD-10 code such as \"N18\" or "
        "\"I69.3\"; found \"I693\""}},
      {"a SNOMED CT id with a letter",
       conditions,
       R"("709044004")",
       R"("SCT")",
       {conditions + ": /conditions/0/snomed/0: expected a SNOMED CT concept id, digits "
                     "only; found \"SCT\""}},
      {"a route that is called unstated",
       routes,
       R"("key": "intrathecal")",
       R"("key": "unstated")",
       {routes + ": /routes/1/key: expected the key of a route; found \"unstated\""}},
      {"a word in capitals",
       routes,
       R"("po")",
       R"("PO")",
       {routes +
        ": /routes/0/words/0: expected a word or phrase in lower case and without "
        "space around it; found \"PO\""}},
      {"one word for two routes",
       routes,
       R"("words": ["intrathecal"])",
       R"("words": ["by mouth"])",
       {routes + ": /routes/1/words/0: expected an unused word for a route; found \"by "
                 "mouth\", which is taken by terminology/routes.json: /routes/0"}},
      {"local is missing",
       routes,
       R"(, "local": false)",
       "",
       {routes + ": /routes/0/local: expected true or false; found nothing"}},
  });
}

TEST_CASE("order words and look-alikes: what is refused") {
  const std::string words = "terminology/order-words.json";
  const std::string look_alikes = "terminology/look-alikes.json";
  check_broken_rules({
      {"a list is missing",
       words,
       R"("makers": [],)",
       "",
       {words + ": /makers: expected an array; found nothing"}},
      {"a list too many",
       words,
       R"("makers")",
       R"("colours": [], "makers")",
       {words + ": /colours: expected a member named schema salts forms units directions "
                "makers supplies qualifiers; found \"colours\""}},
      {"a word in capitals",
       words,
       R"("tablet")",
       R"("Tablet")",
       {words + ": /forms/0: expected a word or phrase in lower case and without space "
                "around it; found \"Tablet\""}},
      {"a word twice",
       words,
       R"(["tablet"])",
       R"(["tablet", "xr", "tablet"])",
       {words + ": /forms/2: expected each string once; found \"tablet\" of 0 again"}},
      {"one look-alike alone",
       look_alikes,
       R"(, "Bactroban")",
       "",
       {look_alikes + ": /look_alikes/0/names: expected at least two names; found "
                      "[\"baclofen\"]"}},
      {"an origin that is not known",
       look_alikes,
       R"("origin": ["own"])",
       R"("origin": ["ismp"])",
       {look_alikes + ": /look_alikes/0/origin/0: expected a key of origins; found "
                      "\"ismp\""}},
  });
}

TEST_CASE("a terminology file that cannot be read raises no other problem") {
  const RulesOnDisk rules;
  for (const char* name : {"ingredients", "products", "classes", "effects", "conditions",
                           "routes", "order-words", "look-alikes"}) {
    const std::string file = "terminology/" + std::string(name) + ".json";
    CAPTURE(file);
    const std::string sound = sound_rules().at(file);
    rules.write(file, "{");
    CHECK(rules.problems() ==
          file + ": (document): expected a JSON document; found only a part of one\n");
    rules.write(file, sound);
  }
  CHECK(rules.problems() == "");
}

}  // namespace
}  // namespace crosscheck
