// Reads terminology/routes.json.
#pragma once

#include <optional>
#include <vector>

#include "json/json_node.h"
#include "knowledge/terminology.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Takes the keys in `vocabulary`.  A word stands for one route only, and no
/// route is called "unstated": rules use that for an order that names none.
std::vector<Route> read_routes(const std::optional<JsonNode>& document,
                               Vocabulary& vocabulary);

}  // namespace crosscheck
