// Every name of every ingredient and product, for exact and near look-ups.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// One thing that a name can mean.
struct NameMeaning {
  enum class Kind { ingredient, brand, combination };
  Kind kind = Kind::ingredient;
  std::vector<IngredientId> ingredients;  ///< Sorted, each once.
  std::string route;                      ///< Route key, or "".
};

/// A name, folded, with its meanings: one for most, several for a brand that
/// was given to different things.
struct Name {
  std::string letters;            ///< As FoldedText joins them; unique in the index.
  std::string written;            ///< As the terminology writes it.
  std::uint64_t word_starts = 0;  ///< As FoldedText has them.
  bool error_prone = false;  ///< An abbreviation that nobody should rely on.
  std::vector<NameMeaning> meanings;
};

/// Thread safety: immutable after construction.
class NameIndex {
 public:
  explicit NameIndex(const KnowledgeBase& knowledge);

  /// The name with exactly these folded letters, or null.
  const Name* find(std::string_view letters) const;
  /// No name has more tokens than this.
  std::size_t longest_in_tokens() const { return longest_in_tokens_; }

  struct Neighbour {
    const Name* name = nullptr;
    std::size_t distance = 0;
  };
  /// Names within `limit` edits of `letters`, nearest first, then by letters.
  std::vector<Neighbour> near(std::string_view letters, std::size_t limit) const;

  /// Names in order of their letters that begin with `prefix`, up to `limit`.
  std::span<const Name> beginning_with(std::string_view prefix, std::size_t limit) const;
  /// Names with a word behind the first that begins with `prefix`, in order of
  /// these words, up to `limit`.
  std::vector<const Name*> with_later_word(std::string_view prefix,
                                           std::size_t limit) const;
  std::size_t size() const { return names_.size(); }

  /// Whether a product with just these ingredients is known.
  bool is_combination(const std::vector<IngredientId>& sorted_ingredients) const {
    return combinations_.count(sorted_ingredients) == 1;
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  // Names of one length.  A signature says which letters occur in a name, and
  // which twice, one bit each: an edit changes two bits at most, so that names
  // whose signatures differ in more than twice the edits need no look at their
  // letters.  Signatures stand apart from the rest: they are read by thousands.
  struct LengthBucket {
    std::vector<std::uint64_t> signatures;
    std::vector<std::uint32_t> names;
  };
  // A later word of a name, and all behind it: "glargine" of insulin glargine.
  struct LaterWord {
    std::string_view letters;
    std::uint32_t name = 0;
  };

  void add(std::string_view written, NameMeaning meaning);
  void add_all(const KnowledgeBase& knowledge);
  void sort_names();
  void index_names();

  std::vector<Name> names_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> positions_;
  std::vector<LengthBucket> by_length_;
  std::vector<LaterWord> later_words_;  // sorted by letters
  std::set<std::vector<IngredientId>> combinations_;
  std::size_t longest_in_tokens_ = 1;
};

}  // namespace crosscheck
