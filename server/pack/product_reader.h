// Reads terminology/products.json.
#pragma once

#include <optional>
#include <vector>

#include "json/json_node.h"
#include "knowledge/terminology.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Looks ingredients and routes up in `vocabulary` and takes the RxCUIs in
/// `codes`.  The same brand may stand in several rows: it is ambiguous then.
std::vector<Product> read_products(const std::optional<JsonNode>& document,
                                   const Vocabulary& vocabulary, KnownKeys& codes);

}  // namespace crosscheck
