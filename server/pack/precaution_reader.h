// Reads precautions.json of a pack.
#pragma once

#include <vector>

#include "json/json_node.h"
#include "knowledge/precaution.h"
#include "pack/statement_reader.h"

namespace crosscheck {

/// Reads every precaution.  Members that belong to another kind are reported.
std::vector<Precaution> read_precautions(const JsonNode& document, PackContext& context);

}  // namespace crosscheck
