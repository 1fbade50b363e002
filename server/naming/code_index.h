// Codes of ingredients and products.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge_base.h"
#include "naming/code_system.h"
#include "naming/coding.h"

namespace crosscheck {

/// What a code can mean.  One code of a country's drug list may stand for
/// several substances ("A10AB01"), two terminologies may give one code to
/// different products, and ten digits of an NDC can be cut in three ways: then
/// there are several meanings.
struct CodeMeaning {
  std::vector<IngredientId> ingredients;  ///< Sorted, each once.
  std::string route;                      ///< Route key, or "".
};

/// Thread safety: immutable after construction.
class CodeIndex {
 public:
  explicit CodeIndex(const KnowledgeBase& knowledge);

  /// Empty when the system or the code is not known.  No two have the same
  /// ingredients: the first in the order of the terminology counts.
  std::vector<CodeMeaning> find(const Coding& coding) const;
  std::vector<CodeMeaning> find(CodeSystem system, std::string_view code) const;

  /// Names of ingredients in the ATC group that a code of one to five
  /// characters names, at most `limit`; empty for any other coding.
  std::vector<std::string> names_in_group(const Coding& coding, std::size_t limit) const;

 private:
  struct Entry {
    std::uint64_t code = 0;
    std::uint32_t meaning = 0;
    auto operator<=>(const Entry&) const = default;
  };
  using Table = std::vector<Entry>;  // sorted

  void add(CodeSystem system, const std::vector<std::string>& codes);
  void add_meanings(const Table& table, std::uint64_t code,
                    std::vector<CodeMeaning>& found) const;

  const KnowledgeBase& knowledge_;
  std::vector<CodeMeaning> meanings_;  // of ingredients, then of products
  std::map<CodeSystem, Table> tables_;
};

}  // namespace crosscheck
