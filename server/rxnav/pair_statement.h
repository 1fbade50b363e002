// What one rule says of two ingredients: one interactionPair.
#pragma once

#include <string>
#include <vector>

#include "check/report.h"
#include "knowledge/knowledge_base.h"
#include "rxnav/outline.h"

namespace crosscheck {

struct PairStatement {
  Severity severity = Severity::minor;
  IngredientId first;
  IngredientId second;
  std::string description;  ///< What may happen, and what to do.
  std::string rule;         ///< Its id.
};

/// One for each rule of the alert and each two ingredients that it speaks of, worst
/// first; `first` is of the entry that comes first in the list.
std::vector<PairStatement> statements_of(const KnowledgeBase& knowledge,
                                         const InteractionAlert& alert);

/// The same for what several drugs add up to: RxNav knows pairs only, so the first
/// contributor stands beside each of the others.
std::vector<PairStatement> statements_of(const KnowledgeBase& knowledge,
                                         const CumulativeAlert& alert);

/// As the interactionPair of an answer: "high" for what is contraindicated or major,
/// "N/A" for all else, the only two words that RxNav ever said.
void write_pair(const KnowledgeBase& knowledge, const PairStatement& statement,
                Outline& outline);

}  // namespace crosscheck
