// Names of active substances → ingredients, only where it is sure.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "import/import_summary.h"
#include "import/known_terminology.h"
#include "import/terminology_draft.h"

namespace crosscheck {

/// Remembers what it was asked: a directory names a few thousand substances in a
/// hundred thousand rows.
///
/// Lifetime: borrows all that it is given.
class SubstanceReader {
 public:
  SubstanceReader(const KnownTerminology& known, ImportSummary& summary)
      : known_(known), summary_(summary) {}

  /// The ingredients of a product: one for each of `substances`, which stand between
  /// semicolons.  Where one is not known, the names of `generic` may tell what it is:
  /// they must be all known, as many, and hold those that are.  Empty where it is not
  /// sure; the summary says why.
  const IngredientSet& read(std::string_view substances, std::string_view generic);

 private:
  struct Substances {
    IngredientSet known;
    std::size_t count = 0;
    std::vector<std::string> unknown;
  };
  Substances read_each(std::string_view substances) const;
  const IngredientSet& ask_generic(const Substances& all, std::string_view generic);

  const KnownTerminology& known_;
  ImportSummary& summary_;
  std::unordered_map<std::string, Substances> substances_;
  std::unordered_map<std::string, IngredientSet> generics_;
  const IngredientSet none_;
};

}  // namespace crosscheck
