// Reads the folder terminology/.
#pragma once

#include "knowledge/terminology.h"
#include "pack/rules_documents.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Reads every terminology file and fills `vocabulary` for those who read on.
/// The result is complete if and only if no problem was reported.
Terminology read_terminology(const RulesDocuments& documents, Vocabulary& vocabulary);

}  // namespace crosscheck
