// Reads terminology/look-alikes.json.
#pragma once

#include <string>
#include <vector>

#include "json/json_node.h"

namespace crosscheck {

/// Groups of names that are mistaken for one another, two names at least.
std::vector<std::vector<std::string>> read_look_alikes(const JsonNode& document);

}  // namespace crosscheck
