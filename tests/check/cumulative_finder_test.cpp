#include "check/cumulative_finder.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "check/ask.h"
#include "check/checker.h"
#include "check/wording.h"
#include "small_rules.h"

namespace crosscheck {
namespace {

using Kind = Participant::Kind;

Contributor contributor(Participant of, int amount) {
  return {std::move(of), amount, {{"S", "Effects", {}, "It adds."}}};
}

CumulativeEffect drowsiness(Summation summation) {
  return {.id = "sums-drowsiness",
          .effect = "drowsiness",
          .age = {},
          .summation = summation,
          .moderate_from = 3,
          .major_from = 5,
          .interruptive = true,
          .said_by = {"drowsiness"},
          .management = "Take fewer.",
          .evidence = {{"S", "Sums", {}, "They add up."}},
          .contributors = {
              contributor({Kind::drug_class, "benzodiazepine", {}, {}}, 2),
              contributor({Kind::ingredient, "diazepam", {}, {}}, 3),
              contributor({Kind::ingredient, "morphine", {}, {"oral", "unstated"}}, 1),
              contributor({Kind::ingredient, "ibuprofen", {}, {}}, 1),
              contributor({Kind::ingredient, "carbidopa", {}, {}}, 1),
              contributor({Kind::ingredient, "levodopa", {}, {}}, 1),
          }};
}

std::vector<std::string> found(Summation summation,
                               const std::vector<std::string>& list) {
  Pack pack = small_pack();
  pack.cumulative_effects = {drowsiness(summation)};
  const RulesInForce rules("1", "2026-11-22", "sha256:0", small_terminology(), {pack});
  std::vector<std::string> lines;
  for (const CumulativeAlert& alert : check(rules, ask(list)).cumulative_effects) {
    std::string line;
    for (const auto position : alert.medications)
      line += (line.empty() ? "" : "+") + std::to_string(position);
    line += " " + std::string(to_string(alert.severity)) + " " +
            std::to_string(alert.total) + (alert.assumed ? " assumed" : "") +
            (is_interruptive(alert) ? " stops" : "");
    lines.push_back(line + " " + summary(rules.knowledge(), alert));
  }
  return lines;
}

TEST_CASE("cumulative effects: what adds up, and what is said already") {
  struct Case {
    std::string description;
    std::vector<std::string> list;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"nothing adds", {"baclofen", "insulin"}, {}},
      {"one drug adds to nothing", {"diazepam"}, {}},
      {"below the limit", {"ibuprofen", "carbidopa"}, {}},
      {"at the limit",
       {"ibuprofen", "carbidopa", "baclofen", "levodopa"},
       {"0+1+3 moderate 3 ibuprofen, carbidopa and levodopa add up: drowsiness"}},
      {"two drugs that no interaction speaks of",
       {"clonazepam", "ibuprofen"},
       {"0+1 moderate 3 clonazepam and ibuprofen add up: drowsiness"}},
      {"two drugs of which an interaction says the same", {"clonazepam", "morphine"}, {}},
      {"a third one is told",
       {"clonazepam", "morphine", "ibuprofen"},
       {"0+1+2 moderate 4 clonazepam, morphine and ibuprofen add up: drowsiness"}},
      {"the largest amount counts, and major may stop",
       {"diazepam", "ibuprofen", "carbidopa"},
       {"0+1+2 major 5 stops diazepam, ibuprofen and carbidopa add up: drowsiness"}},
      {"an ingredient counts once", {"clonazepam", "clonazepam 1 mg", "Benadryl"}, {}},
      {"both of its entries are named",
       {"clonazepam", "ibuprofen", "clonazepam 1 mg"},
       {"0+1+2 moderate 3 clonazepam and ibuprofen add up: drowsiness"}},
      {"a route that does not count",
       {"ibuprofen", "morphine intrathecal", "carbidopa"},
       {}},
      {"eye drops never count", {"ibuprofen", "clonazepam eye drops"}, {}},
      {"a combination alone is one entry", {"Sinemet", "Sinemet CR"}, {}},
      {"a combination adds with both ingredients",
       {"Sinemet", "ibuprofen"},
       {"0+1 moderate 3 carbidopa, levodopa and ibuprofen add up: drowsiness"}},
      {"a corrected name",
       {"clonazepam", "ibuprofenn"},
       {"0+1 moderate 3 assumed clonazepam and ibuprofen add up: drowsiness"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    CHECK(found(Summation::sum, c.list) == c.expected);
  }
}

TEST_CASE("cumulative effects: a maximum does not grow with the list") {
  CHECK(found(Summation::maximum, {"ibuprofen", "carbidopa", "levodopa"}).empty());
  CHECK(found(Summation::maximum, {"diazepam", "ibuprofen", "carbidopa"}) ==
        std::vector<std::string>{
            "0+1+2 moderate 3 diazepam, ibuprofen and carbidopa add up: drowsiness"});
}

TEST_CASE("cumulative effects: only patients known to be of another age are left out") {
  Pack pack = small_pack();
  pack.cumulative_effects = {drowsiness(Summation::sum)};
  pack.cumulative_effects.front().age = AgeRange{65, {}};
  const RulesInForce rules("1", "2026-11-22", "sha256:0", small_terminology(), {pack});
  Question question = ask({"clonazepam", "ibuprofen"});
  CHECK(check(rules, question).cumulative_effects.size() == 1);
  question.patient.emplace();
  CHECK(check(rules, question).cumulative_effects.size() == 1);
  question.patient->age_years = 64;
  CHECK(check(rules, question).cumulative_effects.empty());
  question.patient->age_years = 65;
  CHECK(check(rules, question).cumulative_effects.size() == 1);
}

TEST_CASE("cumulative effects are counted, and left out below the minimum") {
  Pack pack = small_pack();
  pack.cumulative_effects = {drowsiness(Summation::sum)};
  const RulesInForce rules("1", "2026-11-22", "sha256:0", small_terminology(), {pack});
  Question question = ask({"clonazepam", "ibuprofen"});
  question.minimum_severity = Severity::major;
  const Report report = check(rules, question);
  CHECK(report.cumulative_effects.empty());
  CHECK(report.hidden == 1);
  CHECK(report.counts[static_cast<std::size_t>(Severity::moderate)] == 1);
  CHECK(report.highest_severity == Severity::moderate);
}

}  // namespace
}  // namespace crosscheck
