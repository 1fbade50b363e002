// All rules as a page for people.
#pragma once

#include <string>
#include <string_view>

#include "check/rules_in_force.h"

namespace crosscheck {

/// The page at /rules: every rule by pack, with links.  `today`: an ISO 8601 date.
std::string write_rule_index(const RulesInForce& rules, std::string_view today);

}  // namespace crosscheck
