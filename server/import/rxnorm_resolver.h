// RxNorm concepts → the ingredients that they come down to.
#pragma once

#include <optional>
#include <unordered_map>

#include "import/import_summary.h"
#include "import/known_terminology.h"
#include "import/rxnorm_release.h"
#include "import/terminology_draft.h"

namespace crosscheck {

/// Follows each concept on the one path of its term type, of the RxNorm Technical
/// Documentation, Appendix 1:
///   SCD consists_of SCDC has_ingredient IN · SCDF, SCDG has_ingredient IN
///   SBD, SBDC, SBDF, SBDG tradename_of their generic · BN tradename_of IN
///   PIN form_of IN · MIN has_part IN or PIN · GPCK, BPCK contain SCD or SBD
///
/// A concept has either all its ingredients or none: one that leads to anything
/// unknown is not resolved, for half of a product must not pass for the whole.
/// Lifetime: borrows all that it is given.
class RxnormResolver {
 public:
  /// Takes every IN: by its code or exact name to an ingredient of the rules, else,
  /// where it is current, into `draft` as a new one.
  RxnormResolver(const RxnormRelease& release, const KnownTerminology& known,
                 TerminologyDraft& draft, ImportSummary& summary);

  /// Null where it is not resolved.  A code that is no concept of this release is
  /// followed to what it was merged into, unless that is two different things.
  const IngredientSet* find(Rxcui rxcui);
  bool is_new_ingredient_name(std::string_view name) const;

 private:
  IngredientSet ingredient_of(const RxnormConcept& substance, TerminologyDraft& draft,
                              ImportSummary& summary);
  IngredientSet resolve(Rxcui rxcui);
  IngredientSet resolve_concept(const RxnormConcept& found);
  IngredientSet resolve_retired(Rxcui rxcui);

  const RxnormRelease& release_;
  const KnownTerminology& known_;
  // Empty: not resolved, or being resolved, so that a circle ends.
  std::unordered_map<Rxcui, IngredientSet> resolved_;
  std::set<std::string, std::less<>> new_names_;  // folded
};

}  // namespace crosscheck
