// Reads terminology packs: ingredients and products in folders of their own.
#pragma once

#include <string>
#include <vector>

#include "knowledge/terminology.h"
#include "pack/rules_documents.h"
#include "pack/vocabulary.h"

namespace crosscheck {

/// Appends the packs in `folders`, in this order, to `terminology`: head, ingredients
/// and products of each; the last two files may be missing.
///
/// Products may name any ingredient of the terminology or of a pack, whatever their
/// order; a key of an ingredient must be new in all of them.  A code must be new in
/// its pack only: one that already means the same keeps that meaning, one that means
/// something else has both from then on.
void read_terminology_packs(const RulesDocuments& documents,
                            const std::vector<std::string>& folders,
                            Vocabulary& vocabulary, Terminology& terminology);

}  // namespace crosscheck
