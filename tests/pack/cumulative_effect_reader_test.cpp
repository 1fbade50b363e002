// One broken fixture for each message.
#include "pack/cumulative_effect_reader.h"

#include <doctest/doctest.h>

#include "rules_fixture.h"

namespace crosscheck {
namespace {

const std::string kFile = "baclofen/cumulative-effects.json";
const std::string kSound = R"({"schema": 1, "cumulative_effects": [
  {"id": "sum", "effect": "cns-depression", "sums": "sum", "moderate_from": 3, "major_from": 5,
   "said_by": [], "management": "Take fewer.",
   "evidence": [{"source": "D3", "section": "Sums", "states": "They add up."}],
   "contributors": [
     {"of": {"ingredient": "baclofen"}, "amount": 2, "evidence": [{"source": "D3", "section": "Effects", "states": "It adds."}]},
     {"of": {"class": "maoi"}, "amount": 1, "evidence": [{"source": "D3", "section": "Effects", "states": "They add."}]}]}]})";

TEST_CASE("cumulative-effects.json: what is refused") {
  struct Case {
    std::string description;
    std::string from;
    std::string to;
    std::string expected;
  };
  const std::string place = kFile + ": /cumulative_effects/0";
  const Case cases[] = {
      {"an unknown member", R"("sums": "sum")", R"("sums": "sum", "severity": "major")",
       place +
           "/severity: expected a member named id effect age_years sums "
           "moderate_from major_from interruptive said_by management consumer evidence contributors; found "
           "\"severity\"\n"},
      {"an id that a rule has", R"("id": "sum")", R"("id": "baclofen-maoi")",
       place + "/id: expected an unused rule id; found \"baclofen-maoi\", which is taken "
               "by baclofen/interactions.json: /interactions/0\n"},
      {"an effect that is not known", R"("cns-depression", "sums")",
       R"("cns-depresion", "sums")",
       place + "/effect: expected an effect key; found \"cns-depresion\" (did you mean "
               "\"cns-depression\"?)\n"},
      {"a sum that is none", R"("sums": "sum")", R"("sums": "mean")",
       place + "/sums: expected one of \"sum\", \"maximum\"; found \"mean\"\n"},
      {"no limit", R"("moderate_from": 3, "major_from": 5,)", "",
       place + ": expected \"moderate_from\", \"major_from\" or both; found neither\n"},
      {"limits in the wrong order", R"("major_from": 5)", R"("major_from": 3)",
       place + "/major_from: expected more than \"moderate_from\"; found 3\n"},
      {"empty words for the patient", R"("management")",
       R"("consumer": "", "management")",
       place + "/consumer: expected a non-empty string; found \"\"\n"},
      {"a limit that one little contribution reaches", R"("moderate_from": 3)",
       R"("moderate_from": 1)",
       place + "/moderate_from: expected an integer from 2 to 99; found 1\n"},
      {"an amount that is none", R"("amount": 2)", R"("amount": 4)",
       place + "/contributors/0/amount: expected an integer from 1 to 3; found 4\n"},
      {"a contributor twice", R"({"class": "maoi"})", R"({"ingredient": "baclofen"})",
       place + "/contributors/1/of: expected an unused contributor; found \"ingredient "
               "baclofen\", which is taken by baclofen/cumulative-effects.json: "
               "/cumulative_effects/0/contributors/0\n"},
      {"a contributor that is not known", R"({"class": "maoi"})", R"({"class": "x"})",
       place + "/contributors/1/of/class: expected a class key; found \"x\"\n"},
      {"evidence that names no source", R"({"source": "D3", "section": "Sums")",
       R"({"source": "D9", "section": "Sums")",
       place + "/evidence/0/source: expected a source id of this pack; found \"D9\" (did "
               "you mean \"D3\"?)\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    const RulesOnDisk rules;
    rules.write(kFile, kSound);
    rules.change(kFile, c.from, c.to);
    CHECK(rules.problems() == c.expected);
  }
}

TEST_CASE("cumulative-effects.json: examples prove it") {
  const RulesOnDisk rules;
  rules.write(kFile, kSound);
  const std::string file = "baclofen/examples.json";
  const std::string missing =
      file +
      ": /examples/0: expected no further cumulative effect; found moderate for "
      "medications 0 and 1 by sum (moderate)\n";
  CHECK(rules.problems() == missing);
  rules.change(
      file, R"("expect": {"interactions")",
      R"("expect": {"cumulative_effects": [{"rules": {"sum": "moderate"}, "medications": [0, 1]}], "interactions")");
  CHECK(rules.problems() == "");
}

}  // namespace
}  // namespace crosscheck
