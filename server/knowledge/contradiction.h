// Where two packs grade the same thing differently.
#pragma once

#include <cstddef>
#include <vector>

#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// Two interactions of different packs that tell of the same effect for the
/// same drugs, but not how bad it is.  Both are shown in an answer, and the
/// worse severity is that of the alert.
struct Contradiction {
  const Interaction* worse = nullptr;
  const Interaction* milder = nullptr;
  IngredientId a;  ///< One of the pairs, for which both hold.
  IngredientId b;
  std::size_t pairs = 0;  ///< Of ingredients, all in all.
};

/// All of them, by the ids of the rules; routes are not looked at.
/// Cost: looks at every pair of ingredients.
std::vector<Contradiction> find_contradictions(const KnowledgeBase& knowledge);

}  // namespace crosscheck
