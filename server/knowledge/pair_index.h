// Which interactions belong to which pair of ingredients.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "knowledge/ingredient_id.h"
#include "knowledge/interaction.h"

namespace crosscheck {

/// One ingredient pair that one interaction speaks of.  The order of `a` and
/// `b` carries no meaning; they must differ.
struct InteractingPair {
  IngredientId a;
  IngredientId b;
  const Interaction* interaction = nullptr;
};

/// A frozen map from unordered ingredient pairs to lists of interactions.
///
/// Cost: a look-up reads one bit for most pairs and two more words for a hit,
/// however many rules there are.  Memory: ingredients² × 1.5 bits, plus four
/// bytes a pair; equal lists are stored once.
/// Thread safety: immutable after construction.
class PairIndex {
 public:
  /// Lists keep the order in which their pairs stand in `pairs`; a pair that
  /// names the same interaction twice keeps the first.  The interactions are
  /// borrowed and must outlive the index.
  PairIndex(std::size_t ingredient_count, std::vector<InteractingPair> pairs);

  std::span<const Interaction* const> find(IngredientId a, IngredientId b) const {
    if (b < a) std::swap(a, b);
    const std::size_t word = a.position * row_words_ + b.position / 64;
    const std::uint64_t bit = std::uint64_t{1} << (b.position % 64);
    if ((bits_[word] & bit) == 0) return {};
    return list_at(word, bit);
  }

 private:
  std::span<const Interaction* const> list_at(std::size_t word, std::uint64_t bit) const;

  std::size_t row_words_ = 0;
  std::vector<std::uint64_t> bits_;        // bits_[a][b], a < b
  std::vector<std::uint32_t> rank_;        // pairs before each word of bits_
  std::vector<std::uint32_t> list_of_;     // pair, in bit order -> its list
  std::vector<std::uint32_t> list_start_;  // list -> where it starts in lists_
  std::vector<const Interaction*> lists_;
};

}  // namespace crosscheck
