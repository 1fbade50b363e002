// What an RxCUI stands for, as RxNav names it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/rules_in_force.h"
#include "rxnav/outline.h"

namespace crosscheck {

/// RxNorm's term types, as far as our terminology tells them apart: it keeps the codes
/// of products, but not which of them carry a brand.
inline constexpr std::string_view kIngredientType = "IN";
inline constexpr std::string_view kPreciseIngredientType = "PIN";
inline constexpr std::string_view kProductType = "SCD";

struct RxConcept {
  std::string rxcui;  ///< "" for an ingredient without one.
  std::string name;
  std::string_view tty;
};

/// The ingredient itself, by its best RxCUI.
RxConcept ingredient_concept(const KnowledgeBase& knowledge, IngredientId id);

/// What the caller named by `rxcui`: an ingredient, a salt of one, or a product, which is
/// named by its ingredients, as in "carbidopa / levodopa".
RxConcept asked_concept(const KnowledgeBase& knowledge, std::string rxcui,
                        const Recognition& recognition);

/// Its three members.
void write_concept(const RxConcept& one, Outline& outline);

/// What an RxCUI of the caller was understood as.
Recognition recognise_rxcui(const RulesInForce& rules, const std::string& rxcui);

/// "carbidopa / levodopa"
std::string name_together(const KnowledgeBase& knowledge,
                          const std::vector<IngredientId>& ingredients);

/// All ingredients of the parts of a recognition, each once.
std::vector<IngredientId> ingredients_of(const Recognition& recognition);

}  // namespace crosscheck
