// Reads what interactions and precautions have in common.
#pragma once

#include <string>
#include <vector>

#include "json/json_node.h"
#include "knowledge/evidence.h"
#include "knowledge/severity.h"
#include "pack/known_keys.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// What the readers of one pack look things up in.
struct PackContext {
  const Vocabulary& vocabulary;
  KnownKeys sources{"source id of this pack"};
  KnownKeys& rule_ids;  ///< Of all packs.
};

/// The members that every rule has.
struct Statement {
  std::string id;
  Severity severity = Severity::moderate;
  std::vector<std::string> effects;
  std::string mechanism;
  std::string management;
  std::vector<Evidence> evidence;
};

/// Reads them from `rule`, takes its id, and reports a severity below that of
/// the evidence.
Statement read_statement(const JsonNode& rule, PackContext& context);

}  // namespace crosscheck
