// The answers that lead from a name to RxCUIs, as far as our terminology has them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/rules_in_force.h"
#include "rxnav/outline.h"

namespace crosscheck {

/// The ingredients of a name that is understood for sure, as one thing; else none.
std::vector<IngredientId> certain_meaning(const Recognition& recognition);

/// The best RxCUI that stands for just `ingredients`, which are sorted: that of the
/// ingredient, or that of a product with all of them; none where no code is understood
/// as these and nothing else.
std::optional<std::string> find_rxcui(const RulesInForce& rules,
                                      const std::vector<IngredientId>& ingredients);

/// /REST/rxcui: the RxCUI of what is called just so.  A name of several things has
/// none: a client that took the first would check the wrong drug without a word.
void write_rxcui_answer(const RulesInForce& rules, const std::string& name,
                        Outline& outline);

/// /REST/approximateTerm: what may have been meant, best first, at most `limit`.
void write_approximate_answer(const RulesInForce& rules, const std::string& term,
                              std::size_t limit, Outline& outline);

/// /REST/drugs: the ingredient of a name, and every product that has it.
void write_drugs_answer(const RulesInForce& rules, const std::string& name,
                        Outline& outline);

}  // namespace crosscheck
