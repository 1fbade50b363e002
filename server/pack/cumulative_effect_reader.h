// Reads cumulative-effects.json of a pack.
#pragma once

#include <vector>

#include "json/json_node.h"
#include "knowledge/cumulative_effect.h"
#include "pack/statement_reader.h"

namespace crosscheck {

/// Reads every cumulative effect.  One without a limit or with fewer than two
/// contributors, and a contributor stated twice, are reported.
std::vector<CumulativeEffect> read_cumulative_effects(const JsonNode& document,
                                                      PackContext& context);

}  // namespace crosscheck
