// One rule as a page for people.
#pragma once

#include <string>
#include <string_view>

#include "check/rules_in_force.h"
#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// The page of a rule of `rules`, whole, for the address /rules/{id}; there must be one.
/// `today`: an ISO 8601 date.
std::string write_rule_page(const RulesInForce& rules, const AnyRule& rule,
                            std::string_view today);

/// The page at the address of a rule that there is not.
std::string write_missing_rule_page(const RulesInForce& rules, std::string_view id,
                                    std::string_view today);

}  // namespace crosscheck
