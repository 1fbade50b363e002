// Reads interactions.json of a pack.
#pragma once

#include <vector>

#include "json/json_node.h"
#include "knowledge/interaction.h"
#include "pack/statement_reader.h"

namespace crosscheck {

/// Reads every interaction.  A pair that can never be met, and a pair that the
/// pack states twice in either order, are reported.
std::vector<Interaction> read_interactions(const JsonNode& document,
                                           PackContext& context);

}  // namespace crosscheck
