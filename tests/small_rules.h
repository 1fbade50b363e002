// A handful of drugs and rules for the unit tests, made without files.
#pragma once

#include <memory>

#include "check/rules_in_force.h"

namespace crosscheck {

/// Some twenty ingredients around baclofen; see the source for their names,
/// classes and rules.
Terminology small_terminology();
Pack small_pack();

/// The above in force, as version "1".
std::shared_ptr<const RulesInForce> small_rules();

}  // namespace crosscheck
