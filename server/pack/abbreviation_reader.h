// Reads terminology/abbreviations.json.
#pragma once

#include <vector>

#include "json/json_node.h"
#include "knowledge/terminology.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Abbreviations that are known to be misread, each with all its meanings.
std::vector<Abbreviation> read_abbreviations(const JsonNode& document,
                                             const Vocabulary& vocabulary);

}  // namespace crosscheck
