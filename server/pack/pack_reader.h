// Reads one folder of rules.
#pragma once

#include <string>

#include "knowledge/pack.h"
#include "pack/known_keys.h"
#include "pack/rules_documents.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Reads the pack in `folder`, but not its examples, and takes the ids of its
/// rules in `rule_ids`.  The result is complete if and only if no problem was
/// reported.
Pack read_pack(const RulesDocuments& documents, const std::string& folder,
               const Vocabulary& vocabulary, KnownKeys& rule_ids);

}  // namespace crosscheck
