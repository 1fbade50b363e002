#include "pack/example_runner.h"

#include <doctest/doctest.h>

#include "rules_fixture.h"

namespace crosscheck {
namespace {

TEST_CASE("examples.json: what is refused") {
  const std::string file = "baclofen/examples.json";
  check_broken_rules({
      {"no description",
       file,
       R"("description": "the kidneys", )",
       "",
       {file + ": /examples/2/description: expected a non-empty string; found nothing"}},
      {"an unknown member",
       file,
       R"("expect": {})",
       R"("expect": {"duplicates": []})",
       {file + ": /examples/1/expect/duplicates: expected a member named interactions "
               "precautions cumulative_effects; found \"duplicates\""}},
      {"nothing expected",
       file,
       R"("expect": {})",
       R"("expected": {})",
       {file + ": /examples/1/expect: expected an object; found nothing",
        file + ": /examples/1/expected: expected a member named description question "
               "expect; found \"expected\""}},
      {"no question",
       file,
       R"("question": {"medications": ["selegiline", "phenelzine"]},)",
       "",
       {file + ": /examples/1/question: expected an object; found nothing"}},
      {"a question that is none",
       file,
       R"(["selegiline", "phenelzine"])",
       R"([7])",
       {file + ": /examples/1/question/medications/0: expected a non-empty string; found "
               "7"}},
      {"a rule that is not known",
       file,
       R"({"baclofen-maoi": "major"})",
       R"({"baclofen-maio": "major"})",
       {file +
        ": /examples/0/expect/interactions/0/rules/baclofen-maio: expected a rule id; found "
        "\"baclofen-maio\" (did you mean \"baclofen-maoi\"?)"}},
      {"no rule",
       file,
       R"({"baclofen-maoi": "major"})",
       "{}",
       {file + ": /examples/0/expect/interactions/0/rules: expected at least one rule; "
               "found {}"}},
      {"a severity that is none",
       file,
       R"("baclofen-maoi": "major")",
       R"("baclofen-maoi": 1)",
       {file + ": /examples/0/expect/interactions/0/rules/baclofen-maoi: expected one of "
               "\"contraindicated\", \"major\", \"moderate\", \"minor\"; found 1"}},
      {"one position of an interaction",
       file,
       "[0, 1]",
       "[1]",
       {file +
        ": /examples/0/expect/interactions/0/medications: expected two positions in "
        "the list; found [1]"}},
      {"no position of a precaution",
       file,
       "[0]}",
       "[]}",
       {file + ": /examples/2/expect/precautions/0/medications: expected at least one "
               "position in the list; found []"}},
      {"a position behind the list",
       file,
       "[0, 1]",
       "[0, 2]",
       {file +
        ": /examples/0/expect/interactions/0/medications/1: expected a position in "
        "the list of 2; found 2"}},
      {"a position that is none",
       file,
       "[0]}",
       "[-1]}",
       {file + ": /examples/2/expect/precautions/0/medications: expected at least one "
               "position in the list; found [-1]",
        file +
            ": /examples/2/expect/precautions/0/medications/0: expected an integer of at "
            "least 0; found -1"}},
      {"an alert that is no object",
       file,
       R"("expect": {})",
       R"("expect": {"precautions": ["x"]})",
       {file + ": /examples/1/expect/precautions/0: expected an object; found \"x\""}},
      {"no example",
       file,
       sound_rules().at(file),
       R"({"schema": 1, "examples": []})",
       {file + ": /examples: expected at least one example; found []"}},
  });
}

TEST_CASE("examples must give exactly what they say") {
  const std::string file = "baclofen/examples.json";
  check_broken_rules({
      {"an interaction that does not come",
       file,
       R"("expect": {})",
       R"("expect": {"interactions": [{"rules": {"baclofen-maoi": "major"}, "medications": [0, 1]}]})",
       {file + ": /examples/1: expected interaction major for medications 0 and 1 by "
               "baclofen-maoi (major); found none"}},
      {"an interaction that was not expected",
       file,
       R"({"interactions": [{"rules": {"baclofen-maoi": "major"}, "medications": [0, 1]}]})",
       "{}",
       {file + ": /examples/0: expected no further interaction; found major for "
               "medications 0 and 1 by baclofen-maoi (major)"}},
      {"an interaction of another severity",
       file,
       R"("baclofen-maoi": "major")",
       R"("baclofen-maoi": "minor")",
       {file +
        ": /examples/0: expected interaction minor for medications 0 and 1 by "
        "baclofen-maoi (minor); found major for medications 0 and 1 by baclofen-maoi (major)"}},
      {"an interaction of more rules",
       file,
       R"({"baclofen-maoi": "major"})",
       R"({"baclofen-maoi": "major", "baclofen-glucose": "minor"})",
       {file +
        ": /examples/0: expected interaction major for medications 0 and 1 by "
        "baclofen-glucose (minor), baclofen-maoi (major); found major for medications 0 and 1 by "
        "baclofen-maoi (major)"}},
      {"an interaction of other medications",
       file,
       R"("Lioresal", "phenelzine"])",
       R"("Lioresal", "xyz", "phenelzine"])",
       {file +
            ": /examples/0: expected names that are recognised for sure; found \"xyz\" "
            "(unrecognised)",
        file + ": /examples/0: expected interaction major for medications 0 and 1 by "
               "baclofen-maoi (major); found none",
        file + ": /examples/0: expected no further interaction; found major for "
               "medications 0 and 2 by baclofen-maoi (major)"}},
      {"a precaution that does not come",
       file,
       R"("patient": {"conditions": ["kidney disease"]})",
       R"("patient": {"conditions": []})",
       {file + ": /examples/2: expected precaution major for medication 0 by "
               "baclofen-renal-impairment (major); found none"}},
      {"a precaution that was not expected",
       file,
       R"({"precautions": [{"rules": {"baclofen-renal-impairment": "major"}, "medications": [0]}]})",
       "{}",
       {file +
        ": /examples/2: expected no further precaution; found major for medication "
        "0 by baclofen-renal-impairment (major)"}},
  });
}

TEST_CASE("the order of rules and of medications in an example is free") {
  const RulesOnDisk rules;
  rules.change("baclofen/examples.json", "[0, 1]", "[1, 0]");
  CHECK(rules.problems() == "");
}

}  // namespace
}  // namespace crosscheck
