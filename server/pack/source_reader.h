// Reads the documents that a pack rests on.
#pragma once

#include <vector>

#include "json/json_node.h"
#include "knowledge/evidence.h"
#include "pack/known_keys.h"

namespace crosscheck {

/// What is told of any document; its id is left to the caller.
Source read_source(const JsonNode& node);

/// The array "sources" of pack.json; takes their ids in `ids`.
std::vector<Source> read_sources(const JsonNode& pack, KnownKeys& ids);

}  // namespace crosscheck
