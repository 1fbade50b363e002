// A report → cards.
#pragma once

#include <string_view>
#include <vector>

#include "cds/card.h"
#include "cds/hook_call.h"
#include "check/report.h"
#include "check/rules_in_force.h"

namespace crosscheck {

/// Where and when cards are made.
struct CardScene {
  std::string_view instant;     ///< "2026-11-28T07:00:00Z"
  std::string_view public_url;  ///< "https://host", without a slash; "": not known.
};

/// One card a finding that an entry in question has part in, worst first; the notes of
/// minor precautions in one card; last, where there is any reason for it, a card that
/// says what was not checked, left out, or has no rules.  An empty result means that
/// all was looked at and nothing found.
std::vector<Card> make_cards(const RulesInForce& rules, const HookCall& call,
                             const Report& report, const CardScene& scene,
                             const NewUuid& new_uuid);

}  // namespace crosscheck
