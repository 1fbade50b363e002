#include "check/rules_in_force.h"

#include <doctest/doctest.h>

#include "check/wording.h"

namespace crosscheck {
namespace {

RulesInForce rules_until(const std::string& valid_until) {
  return RulesInForce("1", "2026-11-22", "sha256:0", {}, {}, {}, valid_until);
}

TEST_CASE("rules hold on their last day, and no longer") {
  const RulesInForce rules = rules_until("2026-12-31");
  CHECK(rules.hold_on("2026-11-22"));
  CHECK(rules.hold_on("2026-12-31"));
  CHECK_FALSE(rules.hold_on("2027-01-01"));
  CHECK(expiry_warning(rules, "2026-12-31").empty());
  CHECK(expiry_warning(rules, "2027-01-01").find("valid until 2026-12-31") !=
        std::string::npos);
}

TEST_CASE("rules without a last day always hold") {
  const RulesInForce rules = rules_until("");
  CHECK(rules.hold_on("9999-12-31"));
  CHECK(expiry_warning(rules, "9999-12-31").empty());
}

}  // namespace
}  // namespace crosscheck
