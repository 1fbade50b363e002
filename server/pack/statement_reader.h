// Reads what interactions and precautions have in common.
#pragma once

#include "json/json_node.h"
#include "knowledge/statement.h"
#include "pack/known_keys.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// What the readers of one pack look things up in.
struct PackContext {
  const Vocabulary& vocabulary;
  KnownKeys sources{"source id of this pack"};
  KnownKeys& rule_ids;  ///< Of all packs.
};

/// Reads the members that every rule has from `rule`, takes its id, and reports
/// a severity below that of the evidence.  A rule that does not say whether it is
/// interruptive is so if it is major or worse.
Statement read_statement(const JsonNode& rule, PackContext& context);

}  // namespace crosscheck
