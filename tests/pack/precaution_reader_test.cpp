// One broken fixture for each message.
#include "pack/precaution_reader.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "rules_fixture.h"

namespace crosscheck {
namespace {

TEST_CASE("precautions.json: what is refused") {
  const std::string file = "baclofen/precautions.json";
  const std::string kind = R"("kind": "condition",
         "conditions": ["renal-impairment"])";
  check_broken_rules({
      {"a kind that is none",
       file,
       R"("kind": "laboratory")",
       R"("kind": "lab")",
       {file + ": /precautions/1/kind: expected one of \"condition\", \"age\", "
               "\"pregnancy\", \"breastfeeding\", \"allergy\", \"dose\", \"route\", "
               "\"abrupt_stop\", \"laboratory\", \"activity\"; found \"lab\""}},
      {"no kind",
       file,
       R"("kind": "laboratory", )",
       "",
       {file + ": /precautions/1/kind: expected one of \"condition\", \"age\", "
               "\"pregnancy\", \"breastfeeding\", \"allergy\", \"dose\", \"route\", "
               "\"abrupt_stop\", \"laboratory\", \"activity\"; found nothing"}},
      {"of nothing",
       file,
       R"("of": {"ingredient": "baclofen"}, "kind": "laboratory")",
       R"("kind": "laboratory")",
       {file + ": /precautions/1/of: expected an object; found nothing"}},
      {"of an unknown ingredient",
       file,
       R"("of": {"ingredient": "baclofen"}, "kind": "laboratory")",
       R"("of": {"ingredient": "x"}, "kind": "laboratory")",
       {file +
        ": /precautions/1/of/ingredient: expected an ingredient key; found \"x\""}},
      {"no condition",
       file,
       R"("conditions": ["renal-impairment"])",
       R"("conditions": [])",
       {file + ": /precautions/0/conditions: expected at least one condition; found []"}},
      {"a condition that is not known",
       file,
       R"("renal-impairment"])",
       R"("renal-impairmemt"])",
       {file + ": /precautions/0/conditions/0: expected a condition key; found "
               "\"renal-impairmemt\" (did you mean \"renal-impairment\"?)"}},
      {"a member of another kind",
       file,
       R"("kind": "laboratory")",
       R"("kind": "laboratory", "age_years": {"from": 65})",
       {file + ": /precautions/1/age_years: expected no such member in a precaution of "
               "kind \"laboratory\"; found {\"from\":65}"}},
      {"information that interrupts",
       file,
       R"("kind": "laboratory", "severity": "minor")",
       R"("kind": "laboratory", "severity": "minor", "interruptive": true)",
       {file + ": /precautions/1/interruptive: expected false in a precaution of kind "
               "\"laboratory\"; found true"}},
      {"an age without an end",
       file,
       kind,
       R"("kind": "age", "age_years": {})",
       {file + ": /precautions/0/age_years: expected \"from\", \"below\" or both; found "
               "neither"}},
      {"an age that ends before it begins",
       file,
       kind,
       R"("kind": "age", "age_years": {"from": 12, "below": 12})",
       {file +
        ": /precautions/0/age_years/below: expected more than \"from\"; found 12"}},
      {"an age that nobody has",
       file,
       kind,
       R"("kind": "age", "age_years": {"from": 200})",
       {file + ": /precautions/0/age_years/from: expected a number from 0 to 150; found "
               "200"}},
      {"no age",
       file,
       kind,
       R"("kind": "age")",
       {file + ": /precautions/0/age_years: expected an object; found nothing"}},
      {"a dose of nothing",
       file,
       kind,
       R"("kind": "dose", "daily_dose": {"above": 0, "unit": "mg"})",
       {file + ": /precautions/0/daily_dose/above: expected a number above 0; found 0"}},
      {"a dose in drops",
       file,
       kind,
       R"("kind": "dose", "daily_dose": {"above": 5, "unit": "drops"})",
       {file +
        ": /precautions/0/daily_dose/unit: expected one of \"mg\", \"g\", \"mcg\"; "
        "found \"drops\""}},
      {"a route that is not said",
       file,
       kind,
       R"("kind": "route")",
       {file + ": /precautions/0/of: expected a \"route\" in a precaution of kind "
               "\"route\"; found {\"ingredient\":\"baclofen\"}"}},
      {"information that is not minor",
       file,
       R"("severity": "minor")",
       R"("severity": "moderate")",
       {file + ": /precautions/1/severity: expected \"minor\" in a precaution of kind "
               "\"laboratory\"; found \"moderate\""}},
  });
}

TEST_CASE("read_precautions gives what is written") {
  const auto document = nlohmann::json::parse(R"({"schema": 1, "precautions": [
    {"id": "a", "of": {"ingredient": "baclofen", "route": ["unstated"]}, "kind": "dose",
     "daily_dose": {"above": 0.5, "unit": "g"}, "severity": "major", "effects": [],
     "mechanism": "why", "management": "what",
     "evidence": [{"source": "S", "section": "here", "severity": "minor", "states": "so"}]},
    {"id": "b", "of": {"ingredient": "baclofen"}, "kind": "dose",
     "daily_dose": {"above": 500, "unit": "mcg"}, "severity": "minor", "effects": [],
     "management": "what", "evidence": [{"source": "S", "section": "x", "states": "x"}]},
    {"id": "c", "of": {"ingredient": "baclofen"}, "kind": "age",
     "age_years": {"from": 0.5, "below": 12}, "severity": "contraindicated", "effects": [],
     "management": "what", "evidence": [{"source": "S", "section": "x", "states": "x"}]}
    ]})");
  Problems problems;
  Vocabulary vocabulary;
  vocabulary.ingredients.set_unreadable();  // so any key will do
  KnownKeys rule_ids("rule id");
  PackContext context{.vocabulary = vocabulary, .rule_ids = rule_ids};
  context.sources.set_unreadable();
  const auto all = read_precautions(JsonNode(document, "t", problems), context);
  CHECK(problems.empty());
  REQUIRE(all.size() == 3);

  CHECK(all[0].id == "a");
  CHECK(all[0].of ==
        Participant{Participant::Kind::ingredient, "baclofen", {}, {"unstated"}});
  CHECK(all[0].kind == PrecautionKind::dose);
  CHECK(all[0].daily_dose->above_mg == 500);
  CHECK(all[0].severity == Severity::major);
  CHECK(all[0].mechanism == "why");
  CHECK(all[0].management == "what");
  REQUIRE(all[0].evidence.size() == 1);
  CHECK(all[0].evidence[0].source == "S");
  CHECK(all[0].evidence[0].section == "here");
  CHECK(all[0].evidence[0].severity == Severity::minor);
  CHECK(all[0].evidence[0].states == "so");
  CHECK(all[1].daily_dose->above_mg == doctest::Approx(0.5));
  CHECK(all[1].mechanism.empty());
  CHECK(all[1].evidence[0].severity == std::nullopt);
  CHECK(all[2].kind == PrecautionKind::age);
  CHECK(all[2].age->from == 0.5);
  CHECK(all[2].age->below == 12);
  CHECK(!all[2].daily_dose.has_value());
  CHECK(rule_ids.accepts("c"));
}

}  // namespace
}  // namespace crosscheck
