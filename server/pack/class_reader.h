// Reads terminology/classes.json.
#pragma once

#include <optional>
#include <vector>

#include "json/json_node.h"
#include "knowledge/terminology.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Takes the keys in `vocabulary`, closes the classes over the classes they
/// contain, and reports cycles and classes without an ingredient.
std::vector<DrugClass> read_classes(const std::optional<JsonNode>& document,
                                    Vocabulary& vocabulary);

}  // namespace crosscheck
