#include "check/alert_words.h"

#include <doctest/doctest.h>

#include "check/ask.h"
#include "check/checker.h"
#include "check/rules_in_force.h"
#include "small_rules.h"

namespace crosscheck {
namespace {

struct Told {
  Audience wording;
  std::string summary;
  std::vector<std::string> effects;
  std::string management;
  bool operator==(const Told&) const = default;
};

// What an alert of the small rules tells that has these words for the patient.
Told told(Audience audience, const std::string& rule, const std::string& effect) {
  Terminology terminology = small_terminology();
  terminology.effects.at(0).consumer = effect;
  terminology.effects.at(1).consumer = "It is not known.";
  Pack pack = small_pack();
  pack.interactions.at(0).consumer = rule;
  pack.interactions.at(1).consumer = "Not the worst.";
  pack.interactions.at(1).effects = {"not-stated"};
  const RulesInForce rules("1", "2026-11-22", "sha256:0", std::move(terminology),
                           {std::move(pack)});
  const Report report = check(rules, ask({"baclofen", "morphine"}));
  const AlertWords words =
      words_for(audience, rules.knowledge(), report.interactions.at(0));
  return {words.wording,
          words.summary,
          {words.effects.begin(), words.effects.end()},
          std::string(words.management)};
}

TEST_CASE("an alert is told in the words of whoever asked, or wholly in the others") {
  const Told professional{Audience::professional,
                          "baclofen with morphine: drowsiness",
                          {"drowsiness"},
                          "Take care."};
  const Told consumer{Audience::consumer,
                      "baclofen with morphine: You may be sleepy.",
                      {"You may be sleepy."},
                      "Ask your doctor."};
  CHECK(told(Audience::consumer, "Ask your doctor.", "You may be sleepy.") == consumer);
  CHECK(told(Audience::professional, "Ask your doctor.", "You may be sleepy.") ==
        professional);
  CHECK(told(Audience::consumer, "", "You may be sleepy.") == professional);
  CHECK(told(Audience::consumer, "Ask your doctor.", "") == professional);
}

}  // namespace
}  // namespace crosscheck
