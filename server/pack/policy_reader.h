// Reads local/policy.json: what the house decided about rules and pairs.
#pragma once

#include <span>
#include <vector>

#include "json/json_node.h"
#include "knowledge/knowledge_base.h"
#include "pack/known_keys.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// A policy, and where problems with it are reported.
struct PolicyRow {
  LocalPolicy policy;
  JsonNode place;
};

/// Reads every policy; a rule that one names must be among `rule_ids`.
/// Lifetime: the result borrows the document.
std::vector<PolicyRow> read_policies(const JsonNode& document,
                                     const Vocabulary& vocabulary,
                                     const KnownKeys& rule_ids);

/// Holds the policies against the rules without them.  Reported are: a pair of
/// which no rule speaks, a rule of a kind that has no severity of its own to
/// change, and, unless `may_lower_contraindications`, one that makes a
/// contraindication less severe or not interruptive.
void check_policies(const KnowledgeBase& without, std::span<const PolicyRow> rows,
                    bool may_lower_contraindications);

}  // namespace crosscheck
