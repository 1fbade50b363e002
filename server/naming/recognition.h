// What a text or a code turned out to mean.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/ingredient_id.h"

namespace crosscheck {

/// How a medication was understood.
enum class Recognised {
  exact,         ///< The name or a synonym of one ingredient.
  brand,         ///< A brand of one ingredient.
  product,       ///< A combination, by brand or by its ingredients.
  code,          ///< By its code.
  corrected,     ///< A misspelling with one unmistakable neighbour.
  unrecognised,  ///< Not at all.
  ambiguous,     ///< More than one thing is possible.
};

inline constexpr std::array<std::pair<Recognised, std::string_view>, 7> kRecognisedTokens{
    {
        {Recognised::exact, "exact"},
        {Recognised::brand, "brand"},
        {Recognised::product, "product"},
        {Recognised::code, "code"},
        {Recognised::corrected, "corrected"},
        {Recognised::unrecognised, "unrecognised"},
        {Recognised::ambiguous, "ambiguous"},
    }};

constexpr std::string_view to_string(Recognised recognised) {
  return kRecognisedTokens[static_cast<std::size_t>(recognised)].second;
}

/// What became of one medication of a list.
struct Recognition {
  Recognised recognised = Recognised::unrecognised;

  /// Ingredients by part, each part sorted.  One part: a drug, a combination
  /// product, or all meanings of an ambiguous name, which never interact with
  /// one another.  Several parts: drugs named in one text that are no known
  /// combination; they may well be separate drugs, so they do interact.
  std::vector<std::vector<IngredientId>> parts;

  std::string route;  ///< Route key that the text or the product names, or "".

  /// Words of the text that were not understood beside what was.
  std::vector<std::string> unknown_words;

  /// Names that may have been meant, best first; also what a correction or an
  /// ambiguous name was taken for.
  std::vector<std::string> suggestions;
};

}  // namespace crosscheck
