// The words of an order: which are names, which are not, which are unknown.
#pragma once

#include <string>
#include <vector>

#include "naming/folded_text.h"
#include "naming/name_index.h"
#include "naming/order_lexicon.h"

namespace crosscheck {

/// A name found in an order: tokens [first, last) of its folded text.
struct NameMatch {
  const Name* name = nullptr;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// A run of tokens that nothing explains.
struct UnknownRun {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// An order, cut into names, known words and the rest.
///
/// The longest run of tokens that is a name or a known phrase wins; of two
/// equally long ones, the name.  Tokens that the name writes as one word, or
/// divides elsewhere, make it only if none of them is an ordinary word of
/// orders: "Lio resal" is Lioresal, but "1 g in water" holds no gin.
/// A phrase never spans a comma or the end of a sentence.
/// A qualifier or a letter right behind a name ("guaifenesin AC", "Allegra D") is
/// unknown: it may stand for another ingredient.  One behind the name's strength
/// or form ("Tylenol 500 mg PM", "Tylenol tab #3") makes the product that has such
/// a name, by assumption.  Other letters and numbers that belong to no name are
/// passed over.
struct OrderText {
  std::vector<NameMatch> names;
  std::vector<UnknownRun> unknown;
  const Route* route = nullptr;  ///< The first that the order states, or null.
  bool assumed = false;          ///< A name was put together over other words.
  bool bracketed = false;        ///< A name stands in brackets: it says another again.
  /// A strength in two parts that are no range ("20-12.5"), as written, or "": if
  /// the order names one ingredient only, another is missing.
  std::string two_part_strength;
};

OrderText read_order(const FoldedText& text, const NameIndex& names,
                     const OrderLexicon& lexicon);

}  // namespace crosscheck
