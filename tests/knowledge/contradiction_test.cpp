#include "knowledge/contradiction.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "check/ask.h"
#include "check/checker.h"
#include "small_rules.h"

namespace crosscheck {
namespace {

Interaction baclofen_with(const std::string& other, Severity severity,
                          const std::string& effect) {
  using Kind = Participant::Kind;
  return {{"second-" + other,
           severity,
           false,
           {effect},
           "",
           "Take care.",
           {{"T", "Here", {}, "So it is."}}},
          {Participant{Kind::ingredient, other, {}, {}},
           Participant{Kind::ingredient, "baclofen", {}, {}}},
          {}};
}

TEST_CASE("contradictions: the same effect of the same drugs, graded by two packs") {
  Pack second;
  second.id = "second";
  second.sources = {{"T", "Another source", "", "", "t.txt"}};
  second.interactions = {
      baclofen_with("diazepam", Severity::contraindicated, "drowsiness"),
      baclofen_with("clonazepam", Severity::major, "drowsiness"),
      baclofen_with("doxylamine", Severity::minor, "not-stated"),
      baclofen_with("morphine", Severity::minor, "drowsiness")};
  const RulesInForce rules("1", "2026-11-22", "sha256:0", small_terminology(),
                           {small_pack(), second});
  std::vector<std::string> lines;
  for (const Contradiction& found : find_contradictions(rules.knowledge()))
    lines.push_back(found.worse->id + " over " + found.milder->id + ", " +
                    std::to_string(found.pairs) + ": " +
                    rules.knowledge().ingredient(found.a).key + " " +
                    rules.knowledge().ingredient(found.b).key);
  CHECK(lines == std::vector<std::string>{
                     "baclofen-cns over second-morphine, 1: baclofen morphine",
                     "baclofen-opioid over second-morphine, 1: baclofen morphine",
                     "second-clonazepam over cns-cns, 1: baclofen clonazepam",
                     "second-diazepam over baclofen-cns, 1: baclofen diazepam",
                     "second-diazepam over cns-cns, 1: baclofen diazepam"});

  const Report report = check(rules, ask({"diazepam", "baclofen"}));
  REQUIRE(report.interactions.size() == 1);
  CHECK(report.interactions[0].severity == Severity::contraindicated);
  CHECK(report.interactions[0].rules.size() == 3);
}

TEST_CASE("contradictions: a pack does not contradict itself") {
  CHECK(find_contradictions(small_rules()->knowledge()).empty());
}

}  // namespace
}  // namespace crosscheck
