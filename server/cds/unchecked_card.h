// The card that says what the others do not rest on.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "cds/card.h"
#include "cds/hook_call.h"
#include "check/report.h"
#include "check/rules_in_force.h"

namespace crosscheck {

struct Circumstances {
  std::size_t hidden = 0;  ///< Cards left out as the client wants serious ones only.
  std::string_view today;  ///< ISO 8601 date, against which rules expire.
};

/// None where everything was checked, covered and shown, by rules that hold.
std::optional<Card> make_unchecked_card(const RulesInForce& rules, const HookCall& call,
                                        const Report& report,
                                        const Circumstances& circumstances,
                                        const NewUuid& new_uuid);

}  // namespace crosscheck
