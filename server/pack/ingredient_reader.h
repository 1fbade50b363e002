// Reads ingredients.json of the terminology or of a terminology pack.
#pragma once

#include <optional>
#include <vector>

#include "json/json_node.h"
#include "knowledge/terminology.h"
#include "pack/taken_codes.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Takes the keys in `vocabulary` and the codes in `codes`.
std::vector<Ingredient> read_ingredients(const std::optional<JsonNode>& document,
                                         Vocabulary& vocabulary, TakenCodes& codes);

}  // namespace crosscheck
