// Reads terminology/ingredients.json.
#pragma once

#include <optional>
#include <vector>

#include "json/json_node.h"
#include "knowledge/terminology.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Takes the keys in `vocabulary` and the RxCUIs in `codes`.
std::vector<Ingredient> read_ingredients(const std::optional<JsonNode>& document,
                                         Vocabulary& vocabulary, KnownKeys& codes);

}  // namespace crosscheck
