// What of a question the answer does not rest on.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "check/rules_in_force.h"
#include "rxnav/outline.h"

namespace crosscheck {

/// The original left unknown ids out without a word; here they are named.
struct Unanswered {
  std::vector<std::string> unknown;      ///< RxCUIs that are not known.
  std::vector<std::string> ambiguous;    ///< That may mean several things.
  std::vector<std::string> not_covered;  ///< With an ingredient of which no rule speaks.
  std::vector<IngredientId> uncovered_ingredients;  ///< Of the last; each once.

  /// A sentence that must stand in front of every other, or "".
  std::string warning() const;
};

/// `recognitions` are those of `rxcuis`, in the same order.
Unanswered find_unanswered(const KnowledgeBase& knowledge,
                           std::span<const std::string> rxcuis,
                           std::span<const Recognition> recognitions);

/// Members behind those of the original; none where all was answered.
void write_unanswered(const KnowledgeBase& knowledge, const Unanswered& unanswered,
                      Outline& outline);

/// The member that every answer begins with: what it is not, that the rules have
/// expired, what was not checked.
void write_disclaimer(const RulesInForce& rules, const Unanswered& unanswered,
                      Outline& outline);

}  // namespace crosscheck
