// Names for autocomplete.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "naming/name_index.h"

namespace crosscheck {

/// One name that a search found, and all that it may mean.
struct NameHit {
  std::string name;  ///< As the terminology writes it.
  std::vector<IngredientId> ingredients;
};

/// Names that begin with `text`, then those with a later word that does, then
/// near spellings; at most `limit`, each once.  Empty for a text without
/// letters or digits.
/// Cost: near spellings are looked for only where the rest gives fewer than
/// `limit`; they cost time in the number of names.
std::vector<NameHit> search_names(const NameIndex& names, std::string_view text,
                                  std::size_t limit);

}  // namespace crosscheck
