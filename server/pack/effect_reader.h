// Reads terminology/effects.json.
#pragma once

#include <optional>
#include <vector>

#include "json/json_node.h"
#include "knowledge/terminology.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Takes the keys in `vocabulary`.
std::vector<ClinicalEffect> read_effects(const std::optional<JsonNode>& document,
                                         Vocabulary& vocabulary);

}  // namespace crosscheck
