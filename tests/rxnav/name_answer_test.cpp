#include "rxnav/name_answer.h"

#include <doctest/doctest.h>

#include "rxnav/rx_concept.h"
#include "small_rules.h"
#include "terminology/own_rules.h"

namespace crosscheck {
namespace {

std::string rxcui_answer(const RulesInForce& rules, const std::string& name) {
  return write_outline(RxnavFormat::json, "rxnormdata", [&](Outline& outline) {
    write_rxcui_answer(rules, name, outline);
  });
}

TEST_CASE("a name has the RxCUI of all that it means, or none") {
  const std::pair<std::string, std::string> cases[] = {
      {"baclofen", R"(,"rxnormId":["1292"])"},
      {"Lioresal", R"(,"rxnormId":["1292"])"},
      {"lioresal tablet", R"(,"rxnormId":["1292"])"},
      {"Sinemet", R"(,"rxnormId":["197443"])"},
      {"Tylenol PM", ""},  // no code means both of its ingredients
      {"Unisom", R"(,"ambiguousWith":["doxylamine","diphenhydramine"])"},
      {"baclofne", ""},
      {"baclofen and morphine", R"(,"ambiguousWith":["baclofen","morphine"])"},
      {"baclofen xyzzyplugh", ""},
      {"xyzzyplugh", ""},
  };
  const auto rules = small_rules();
  for (const auto& [name, expected] : cases)
    CHECK(rxcui_answer(*rules, name) ==
          R"({"idGroup":{"name":")" + name + '"' + expected + "}}");
}

TEST_CASE("every RxCUI that is given for a drug means this drug and no other") {
  const auto& rules = own_rules();
  const KnowledgeBase& knowledge = rules.knowledge();
  std::size_t given = 0;
  for (std::uint32_t i = 0; i < knowledge.ingredient_count(); ++i) {
    const std::vector<IngredientId> wanted{IngredientId{i}};
    const auto rxcui = find_rxcui(rules, wanted);
    CAPTURE(knowledge.ingredient(wanted.front()).name);
    if (!rxcui) continue;
    ++given;
    CHECK(ingredients_of(recognise_rxcui(rules, *rxcui)) == wanted);
  }
  CHECK(given > 2000);
}

}  // namespace
}  // namespace crosscheck
