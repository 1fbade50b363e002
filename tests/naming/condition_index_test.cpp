#include "naming/condition_index.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "small_rules.h"

namespace crosscheck {
namespace {

TEST_CASE("find: the conditions that a text or a code names") {
  const auto rules = small_rules();
  const auto keys = [&](const std::string& text, std::vector<Coding> codings = {}) {
    std::string all;
    for (const Condition* condition :
         rules->recogniser().conditions().find(text, codings))
      all += (all.empty() ? "" : " ") + condition->key;
    return all;
  };
  struct Case {
    std::string text;
    std::string expected;
  };
  const Case cases[] = {
      {"renal impairment", "renal-impairment"},
      {"CKD stage 3b", "renal-impairment"},
      {"old CVA, CKD", "stroke renal-impairment"},
      {"kidney disease without complications", "renal-impairment"},
      {"N18.30", "renal-impairment"},
      {"n1830", "renal-impairment"},
      {"N1", ""},
      {"heat stroke", ""},
      {"heat stroke and CKD", "renal-impairment"},
      {"no history of stroke", ""},
      {"FHx stroke", ""},
      {"r/o stroke", ""},
      {"stroke prevention", ""},
      {"kidney disease ruled out", ""},
      {"ruled out stroke", ""},
      {"strokes", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(keys(c.text) == c.expected);
  }
  CHECK(keys("", {{"urn:oid:2.16.840.1.113883.6.90", "I63.9", ""}}) == "stroke");
  CHECK(keys("", {{"2.16.840.1.113883.6.96", "709044004", ""}}) == "renal-impairment");
  CHECK(keys("", {{"local", "1", "stroke"}}) == "stroke");
  CHECK(keys("stroke", {{"icd10", "N18", ""}}) == "renal-impairment");
}

TEST_CASE("suggest: conditions that may have been meant") {
  const auto rules = small_rules();
  const auto& conditions = rules->recogniser().conditions();
  CHECK(conditions.suggest("kidny disease") ==
        std::vector<std::string>{"renal impairment"});
  CHECK(conditions.suggest("lycanthropy").empty());
}

}  // namespace
}  // namespace crosscheck
