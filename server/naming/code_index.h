// Codes of ingredients and products.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/knowledge_base.h"
#include "naming/coding.h"

namespace crosscheck {

/// What a code can mean.  One code of a country's drug list may stand for
/// several substances ("A10AB01"): then there are several meanings.
struct CodeMeaning {
  std::vector<IngredientId> ingredients;  ///< Sorted.
  std::string route;                      ///< Route key, or "".
};

/// Thread safety: immutable after construction.
class CodeIndex {
 public:
  explicit CodeIndex(const KnowledgeBase& knowledge);

  /// Empty when the system or the code is not known.
  std::vector<CodeMeaning> find(const Coding& coding) const;

  /// Names of ingredients in the ATC group that a code of one to five
  /// characters names, at most `limit`; empty for any other coding.
  std::vector<std::string> names_in_group(const Coding& coding, std::size_t limit) const;

 private:
  using Meanings = std::unordered_map<std::string, std::vector<CodeMeaning>>;

  const KnowledgeBase& knowledge_;
  Meanings rxnorm_;
  Meanings atc_;
};

}  // namespace crosscheck
