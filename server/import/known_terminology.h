// What the rules know already, as an import looks it up.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge_base.h"
#include "naming/code_index.h"
#include "naming/name_index.h"
#include "naming/order_lexicon.h"

namespace crosscheck {

/// Names and codes of a terminology.  All that it finds is sure: a misspelling, a
/// part of a name or a name of several meanings is not found.
///
/// Thread safety: immutable after construction.
class KnownTerminology {
 public:
  explicit KnownTerminology(Terminology terminology);

  const KnowledgeBase& knowledge() const { return knowledge_; }
  const CodeIndex& codes() const { return codes_; }

  /// The substances that `text` names by their names, beside words of orders such
  /// as salts; none where anything else stands in it, a number for example.
  std::vector<IngredientId> substances_in(std::string_view text) const;
  /// The ingredient of which exactly this is a name.
  std::optional<IngredientId> ingredient_named(std::string_view name) const;
  /// Whether `name` is one of a brand or combination of just `ingredients`.
  bool is_brand_of(std::string_view name,
                   const std::vector<IngredientId>& ingredients) const;
  /// Whether `name` holds the name of a substance or brand, or only words of orders.
  bool explains_some_of(std::string_view name) const;
  /// Whether `name` is one word or phrase of orders: "water", "by mouth".
  bool is_order_word(std::string_view name) const;
  /// Whether `name` is that of an ingredient.
  bool is_ingredient_name(std::string_view name) const;
  /// The key of the route that `text` writes, or "".
  std::string route_named(std::string_view text) const;

 private:
  KnowledgeBase knowledge_;
  NameIndex names_;
  OrderLexicon lexicon_;
  CodeIndex codes_;
};

}  // namespace crosscheck
