#include "pack/policy_reader.h"

#include <doctest/doctest.h>

#include "check/checker.h"
#include "rules_fixture.h"

namespace crosscheck {
namespace {

const std::string kFile = "local/policy.json";

std::string policies(const std::string& rows) {
  return R"({"schema": 1, "policies": [)" + rows + "]}";
}

std::string policy(const std::string& members) {
  return "{" + members +
         R"(, "reason": "Watched here.", "author": "The pharmacy", "date": "2026-11-22"})";
}

TEST_CASE("policy.json: what is refused") {
  struct Case {
    std::string description;
    std::string content;
    std::string expected;
  };
  const std::string place = kFile + ": /policies/0";
  const Case cases[] = {
      {"no policies", R"({"schema": 1})",
       kFile + ": /policies: expected an array; found nothing\n"},
      {"an unknown member",
       policies(policy(R"("rule": "baclofen-maoi", "severity": "moderate", "why": "x")")),
       place + "/why: expected a member named rule between severity interruptive reason "
               "author date; found \"why\"\n"},
      {"of nothing", policies(policy(R"("severity": "moderate")")),
       place + ": expected either \"rule\" or \"between\"; found neither\n"},
      {"of two things",
       policies(policy(
           R"("rule": "baclofen-maoi", "between": [{"ingredient": "baclofen"}, {"class": "maoi"}], "severity": "moderate")")),
       place + ": expected either \"rule\" or \"between\"; found both\n"},
      {"a rule that is not known",
       policies(policy(R"("rule": "baclofen-maio", "severity": "moderate")")),
       place + "/rule: expected a rule id; found \"baclofen-maio\" (did you mean "
               "\"baclofen-maoi\"?)\n"},
      {"a rule twice",
       policies(policy(R"("rule": "baclofen-maoi", "severity": "moderate")") + "," +
                policy(R"("rule": "baclofen-maoi", "interruptive": false)")),
       kFile + ": /policies/1/rule: expected an unused rule with a policy; found "
               "\"baclofen-maoi\", which is taken by local/policy.json: /policies/0\n"},
      {"a change of nothing", policies(policy(R"("rule": "baclofen-maoi")")),
       place + ": expected \"severity\", \"interruptive\" or both; found neither\n"},
      {"three participants",
       policies(policy(
           R"("between": [{"ingredient": "baclofen"}, {"class": "maoi"}, {"class": "maoi"}], "severity": "minor")")),
       place + "/between: expected two participants; found 3\n"},
      {"a route",
       policies(policy(
           R"("between": [{"ingredient": "baclofen", "route": ["oral"]}, {"class": "maoi"}], "severity": "minor")")),
       place + "/between/0/route: expected no route in a policy: it holds for all; found "
               "[\"oral\"]\n"},
      {"nobody who says so",
       R"({"schema": 1, "policies": [{"rule": "baclofen-maoi", "severity": "minor", "reason": "", "date": "today"}]})",
       place + "/author: expected a non-empty string; found nothing\n" + place +
           "/date: expected an ISO 8601 date such as \"2026-11-22\"; found \"today\"\n" +
           place + "/reason: expected a non-empty string; found \"\"\n"},
      {"a pair of which no rule speaks",
       policies(policy(
           R"("between": [{"ingredient": "selegiline"}, {"ingredient": "phenelzine"}], "severity": "minor")")),
       place + "/between: expected a pair of which a rule speaks; found "
               "[{\"ingredient\":\"selegiline\"},{\"ingredien...\n"},
      {"information for everybody",
       policies(policy(R"("rule": "baclofen-glucose", "severity": "major")")),
       place + "/rule: expected a rule that has a severity to change; found "
               "\"baclofen-glucose\"\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    const RulesOnDisk rules;
    rules.write(kFile, c.content);
    CHECK(rules.problems() == c.expected);
  }
}

// The sound rules with a contraindication instead of a major interaction.
void contraindicate(const RulesOnDisk& rules) {
  rules.change("baclofen/interactions.json", R"("severity": "major")",
               R"("severity": "contraindicated")");
  rules.change("baclofen/examples.json", R"("baclofen-maoi": "major")",
               R"("baclofen-maoi": "contraindicated")");
}

TEST_CASE(
    "policy.json: a contraindication is lowered only where the configuration says so") {
  const std::string because =
      ", as rule \"baclofen-maoi\" is a contraindication and the configuration does not "
      "let it be lowered; found ";
  const std::string by_rule = R"("rule": "baclofen-maoi")";
  const std::string by_pair =
      R"("between": [{"class": "maoi-b"}, {"ingredient": "baclofen"}])";
  for (const std::string& subject : {by_rule, by_pair}) {
    CAPTURE(subject);
    const RulesOnDisk rules;
    contraindicate(rules);
    rules.write(
        kFile,
        policies(policy(subject + R"(, "severity": "major", "interruptive": false)")));
    CHECK(rules.problems() == kFile + ": /policies/0/interruptive: expected true" +
                                  because + "false\n" + kFile +
                                  ": /policies/0/severity: expected \"contraindicated\"" +
                                  because + "\"major\"\n");
    Problems problems;
    CHECK(load_rules(rules.root(), read_small_question, problems,
                     {.may_lower_contraindications = true}) != nullptr);
    CHECK(problems.empty());
  }
}

struct Outcome {
  Severity severity;
  bool interruptive;
  std::optional<Severity> original;
  bool operator==(const Outcome&) const = default;
};

Outcome outcome(const RulesOnDisk& rules, const std::string& drug) {
  Problems problems;
  const auto in_force = load_rules(rules.root(), read_small_question, problems);
  REQUIRE(in_force != nullptr);
  Question question;
  question.medications.emplace_back().text = drug;
  question.medications.emplace_back().text = "baclofen";
  const Report report = check(*in_force, question);
  REQUIRE(report.interactions.size() == 1);
  const Statement& rule = *report.interactions[0].rules.at(0);
  std::optional<Severity> original;
  if (rule.local) original = rule.local->original_severity;
  return {report.interactions[0].severity, is_interruptive(report.interactions[0]),
          original};
}

TEST_CASE("policy.json: a rule, or only a pair, is changed, and says what it was") {
  const RulesOnDisk rules;
  CHECK(outcome(rules, "selegiline") == Outcome{Severity::major, true, {}});

  rules.write(kFile, policies(policy(R"("rule": "baclofen-maoi", "severity": "minor")")));
  CHECK(outcome(rules, "selegiline") == Outcome{Severity::minor, true, Severity::major});
  CHECK(outcome(rules, "phenelzine") == Outcome{Severity::minor, true, Severity::major});

  rules.write(
      kFile,
      policies(
          policy(
              R"("between": [{"class": "maoi-b"}, {"ingredient": "baclofen"}], "severity": "contraindicated")") +
          "," +
          policy(
              R"("between": [{"ingredient": "baclofen"}, {"class": "maoi"}], "interruptive": false)")));
  CHECK(outcome(rules, "selegiline") ==
        Outcome{Severity::contraindicated, true, Severity::major});
  CHECK(outcome(rules, "phenelzine") == Outcome{Severity::major, false, Severity::major});
}

}  // namespace
}  // namespace crosscheck
