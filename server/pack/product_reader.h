// Reads products.json of the terminology or of a terminology pack.
#pragma once

#include <optional>
#include <vector>

#include "json/json_node.h"
#include "knowledge/terminology.h"
#include "pack/taken_codes.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Looks ingredients and routes up in `vocabulary` and takes the codes in
/// `codes`.  The same brand may stand in several rows: it is ambiguous then.
std::vector<Product> read_products(const std::optional<JsonNode>& document,
                                   const Vocabulary& vocabulary, TakenCodes& codes);

}  // namespace crosscheck
