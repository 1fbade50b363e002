// Reads from which age to which a rule holds.
#pragma once

#include <optional>

#include "json/json_node.h"
#include "knowledge/age_range.h"

namespace crosscheck {

/// The member "age_years" of `rule`, which must be there.
std::optional<AgeRange> read_age_range(const JsonNode& rule);

}  // namespace crosscheck
