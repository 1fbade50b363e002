// Reads terminology/conditions.json.
#pragma once

#include <optional>
#include <vector>

#include "json/json_node.h"
#include "knowledge/terminology.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Takes the keys in `vocabulary`.  A name, letter case aside, stands in one
/// condition only; a code may stand in several.
std::vector<Condition> read_conditions(const std::optional<JsonNode>& document,
                                       Vocabulary& vocabulary);

}  // namespace crosscheck
