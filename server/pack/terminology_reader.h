// Reads the folder terminology/ and the terminology packs.
#pragma once

#include <string>
#include <vector>

#include "knowledge/terminology.h"
#include "pack/rules_documents.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Reads every terminology file, then the packs in the folders `packs`, in this
/// order, and fills `vocabulary` for those who read on.
/// The result is complete if and only if no problem was reported.
Terminology read_terminology(const RulesDocuments& documents,
                             const std::vector<std::string>& packs,
                             Vocabulary& vocabulary);

}  // namespace crosscheck
