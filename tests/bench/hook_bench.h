// Times the steps of one CDS Hooks call.
#pragma once

#include "check/rules_in_force.h"

namespace crosscheck {

/// An order-sign call with 20 current medications, 5 drafts, 8 conditions and 2
/// allergies, as record systems write them; prints each step and all together.
void time_hook_call(const RulesInForce& rules);

}  // namespace crosscheck
