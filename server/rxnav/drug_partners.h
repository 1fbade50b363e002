// All drugs of which the rules say something together with one.
#pragma once

#include <string>
#include <vector>

#include "knowledge/knowledge_base.h"
#include "rxnav/pair_statement.h"

namespace crosscheck {

/// What the rules say of an ingredient with any other.
struct DrugPartners {
  /// With those that have an RxCUI; worst first, then by name.
  std::vector<PairStatement> statements;
  /// Names of the others, sorted, each once: RxNav has no word for them.
  std::vector<std::string> without_rxcui;
};

/// `route` is a route key, or "" where it is not known; the other drug is taken by one
/// that is not known.  Ingredients in `together`, those of one product, are no partners.
/// The same findings as a check of the two gives.
/// Cost: grows with the ingredients of the terminology, and the findings.
DrugPartners find_partners(const KnowledgeBase& knowledge, IngredientId id,
                           const std::string& route,
                           const std::vector<IngredientId>& together);

}  // namespace crosscheck
