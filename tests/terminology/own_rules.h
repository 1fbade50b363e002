// The project's own rules, for the tests that hold them against the world.
#pragma once

#include <memory>

#include "check/rules_in_force.h"

namespace crosscheck {

/// The directory rules/ of the project, loaded once.
const RulesInForce& own_rules();

/// Keys of the ingredients of all parts, joined by "|".
std::string spell_ingredients(const RulesInForce& rules, const Recognition& recognition);

}  // namespace crosscheck
