// Reads which documents say so.
#pragma once

#include <vector>

#include "json/json_node.h"
#include "knowledge/evidence.h"
#include "pack/known_keys.h"

namespace crosscheck {

/// The array "evidence" of `rule`, which must have at least one entry; each
/// names one of `sources`.
std::vector<Evidence> read_evidence(const JsonNode& rule, const KnownKeys& sources);

}  // namespace crosscheck
