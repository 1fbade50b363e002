// Proves a set of rules by its own examples.
#pragma once

#include "check/report.h"
#include "check/rules_in_force.h"
#include "pack/example_reader.h"

namespace crosscheck {

/// Answers the question of `example` from `rules` and reports every alert that
/// is missing, unexpected or other than the example says, and every medication
/// that is not recognised for sure.
void run_example(const RulesInForce& rules, const Example& example);

/// The comparison alone: the alerts of `report` with those of `example`.
void compare(const Example& example, const Report& report);

}  // namespace crosscheck
