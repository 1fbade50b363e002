// Cards as JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cds/card.h"
#include "check/rules_in_force.h"

namespace crosscheck {

/// What an answer says beside its cards.
struct CardsContext {
  std::string_view public_url;  ///< "https://host", without a slash; "": not known.
  std::size_t repeated = 0;     ///< Cards left out as they were shown before.
};

/// Writes {"cards": […]}.  No member is null or empty but `cards` itself.
void write_cards(const RulesInForce& rules, const std::vector<Card>& cards,
                 const CardsContext& context, std::string& out);

}  // namespace crosscheck
