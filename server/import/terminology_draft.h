// Ingredients and products that an import has found, on their way to a pack.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "import/import_summary.h"
#include "import/known_terminology.h"
#include "naming/code_system.h"

namespace crosscheck {

/// What one product holds: sorted, each once.  New ingredients have positions
/// behind those of the knowledge base.
using IngredientSet = std::vector<IngredientId>;

/// All products of one set of ingredients, by one route or by any ("").
struct DraftProduct {
  IngredientSet ingredients;
  std::string route;
  std::vector<std::string> brands;
  std::map<CodeSystem, std::vector<std::uint64_t>> codes;  ///< As numbers, ascending.
};

/// A code as the files write it.
std::string code_text(CodeSystem system, std::uint64_t code);

/// Gathers facts in any order; settle() then makes them agree.
///
/// Lifetime: borrows the known terminology.
class TerminologyDraft {
 public:
  using Row = std::uint32_t;  ///< The number of a product.
  /// What becomes of a brand that was given to different sets of ingredients.
  enum class SharedBrands { kept, left_out };

  explicit TerminologyDraft(const KnownTerminology& known) : known_(known) {}

  /// A substance that is new; its key is made from its name.
  IngredientId add_ingredient(const std::string& name, std::uint64_t rxcui);
  Row row(const IngredientSet& ingredients, const std::string& route);
  void add_code(CodeSystem system, std::uint64_t code, Row row);
  /// The row may be one of no ingredients: then the name means something unknown.
  void add_brand(std::string_view name, Row row);

  /// Leaves out what is known already, and codes that mean two things in this one
  /// draft; a brand or code of two routes goes to the row without one.  Call it
  /// once, after all was added.
  void settle(SharedBrands shared, ImportSummary& summary);

  const std::vector<Ingredient>& new_ingredients() const { return new_ingredients_; }
  /// In order of their numbers; many may be empty.
  const std::vector<DraftProduct>& products() const { return products_; }
  const std::string& key_of(IngredientId id) const;

 private:
  struct CodeOfRow {
    std::uint64_t code = 0;
    Row row = 0;
    auto operator<=>(const CodeOfRow&) const = default;
  };
  struct Brand {
    std::string written;
    std::vector<Row> rows;
  };

  bool same_ingredients(const std::vector<Row>& rows) const;
  Row common_row(const std::vector<Row>& rows);
  void settle_codes(CodeSystem system, ImportSummary& summary);
  bool is_known(CodeSystem system, std::uint64_t code, Row row, ImportSummary& summary);
  void settle_brand(const Brand& brand, SharedBrands shared, ImportSummary& summary);

  const KnownTerminology& known_;
  std::vector<Ingredient> new_ingredients_;
  std::set<std::string> new_keys_;
  std::vector<DraftProduct> products_;
  std::map<std::pair<IngredientSet, std::string>, Row> rows_;
  std::map<CodeSystem, std::vector<CodeOfRow>> codes_;
  std::unordered_map<std::string, Brand> brands_;  // by folded letters
};

}  // namespace crosscheck
