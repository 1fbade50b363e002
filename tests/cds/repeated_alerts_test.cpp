#include "cds/repeated_alerts.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

namespace crosscheck {
namespace {

using namespace std::chrono_literals;

Card card(std::string rule, Severity severity, std::string drugs = "a + b") {
  Card made;
  made.drugs = std::move(drugs);
  if (!rule.empty()) made.rules.push_back({std::move(rule), severity});
  return made;
}

TEST_CASE("a card is repeated in its scene, with its rules and drugs, for a day") {
  const RepeatedAlerts::Time now{};
  RepeatedAlerts alerts;
  alerts.remember("nurse 1", {card("x", Severity::major)}, now);
  struct Case {
    std::string description, scene;
    Card shown;
    std::chrono::hours later;
    std::size_t removed;
  };
  const Case cases[] = {
      {"the same", "nurse 1", card("x", Severity::major), 1h, 1},
      {"another scene", "nurse 2", card("x", Severity::major), 1h, 0},
      {"another rule", "nurse 1", card("y", Severity::major), 1h, 0},
      {"other drugs", "nurse 1", card("x", Severity::major, "a + c"), 1h, 0},
      {"without rules", "nurse 1", card("", Severity::major), 1h, 0},
      {"much later", "nurse 1", card("x", Severity::major), 25h, 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    std::vector<Card> cards{c.shown};
    CHECK(alerts.remove_repeated(c.scene, cards, now + c.later) == c.removed);
    CHECK(cards.size() == 1 - c.removed);
  }
}

TEST_CASE("a contraindication is never repeated, it is told again") {
  const RepeatedAlerts::Time now{};
  RepeatedAlerts alerts;
  std::vector<Card> cards{card("x", Severity::contraindicated)};
  alerts.remember("s", cards, now);
  CHECK(alerts.remove_repeated("s", cards, now) == 0);
}

TEST_CASE("the oldest go when there are too many") {
  const RepeatedAlerts::Time now{};
  RepeatedAlerts alerts(2);
  for (const char* rule : {"1", "2", "3"})
    alerts.remember("s", {card(rule, Severity::major)}, now);
  std::vector<Card> cards{card("1", Severity::major), card("2", Severity::major),
                          card("3", Severity::major)};
  CHECK(alerts.remove_repeated("s", cards, now) == 2);
  CHECK(cards.front().rules.front().id == "1");
}

}  // namespace
}  // namespace crosscheck
