// A report → cards.
#pragma once

#include <string_view>
#include <vector>

#include "cds/card.h"
#include "cds/hook_call.h"
#include "check/report.h"
#include "check/rules_in_force.h"

namespace crosscheck {

/// One card a finding that an entry in question has part in, worst first; the notes of
/// minor precautions in one card; last, where there is any reason for it, a card that
/// says what was not checked, left out, or has no rules.  An empty result means that
/// all was looked at and nothing found.  `today` is an ISO 8601 date.
std::vector<Card> make_cards(const RulesInForce& rules, const HookCall& call,
                             const Report& report, std::string_view today,
                             const NewUuid& new_uuid);

}  // namespace crosscheck
