#include "naming/name_search.h"

#include <algorithm>

#include "naming/folded_text.h"

namespace crosscheck {
std::vector<NameHit> search_names(const NameIndex& names, std::string_view text,
                                  std::size_t limit) {
  constexpr std::size_t kNearLimit = 2, kShortestForNear = 4;
  std::vector<const Name*> found;
  const auto add = [&](const Name& name) {
    const bool known = std::find(found.begin(), found.end(), &name) != found.end();
    if (!known && found.size() < limit) found.push_back(&name);
  };
  const FoldedText folded(text);
  const std::string_view letters = folded.joined();
  if (letters.empty()) return {};

  for (const Name& name : names.beginning_with(letters, limit)) add(name);
  for (const Name* name : names.with_later_word(letters, limit)) add(*name);
  if (found.size() < limit && letters.size() >= kShortestForNear) {
    for (const auto& neighbour : names.near(letters, kNearLimit)) add(*neighbour.name);
  }

  std::vector<NameHit> hits;
  for (const Name* name : found) {
    NameHit hit{name->written, {}};
    for (const NameMeaning& meaning : name->meanings)
      hit.ingredients.insert(hit.ingredients.end(), meaning.ingredients.begin(),
                             meaning.ingredients.end());
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace crosscheck
