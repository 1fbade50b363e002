#include "naming/slip_finder.h"

#include <algorithm>

#include "naming/edit_distance.h"
#include "naming/folded_text.h"

namespace crosscheck {
namespace {

std::size_t forgiven_edits(std::string_view letters) {
  if (letters.size() < 5) return 0;
  return letters.size() < 9 ? 1 : 2;
}

// Names further off than is forgiven are still worth offering.
std::size_t offered_edits(std::string_view letters) {
  return letters.size() < 5 ? 1 : 2;
}

bool mean_the_same(const Name& x, const Name& y) {
  return x.meanings.size() == 1 && y.meanings.size() == 1 &&
         x.meanings.front().ingredients == y.meanings.front().ingredients;
}

}  // namespace

SlipFinder::SlipFinder(const NameIndex& names,
                       const std::vector<std::vector<std::string>>& look_alikes)
    : names_(names) {
  for (const auto& group : look_alikes) {
    std::vector<const Name*> known;
    for (const auto& written : group) {
      if (const Name* name = names_.find(FoldedText(written).joined()))
        known.push_back(name);
    }
    for (const Name* one : known) {
      for (const Name* other : known) {
        if (one != other) look_alikes_.emplace(one, other);
      }
    }
  }
}

SlipFinder::Slip SlipFinder::find(std::string_view letters) const {
  constexpr std::size_t kShortest = 3;
  Slip slip;
  if (letters.size() < kShortest) return slip;
  auto neighbours = names_.near(letters, offered_edits(letters));
  slip.suggestions = suggest(letters, neighbours);
  std::erase_if(neighbours, [limit = forgiven_edits(letters)](const auto& neighbour) {
    return neighbour.distance > limit;
  });
  if (neighbours.empty()) return slip;

  const Name& nearest = *neighbours.front().name;
  slip.distance = neighbours.front().distance;
  for (const auto& neighbour : neighbours) {
    if (neighbour.distance == neighbours.front().distance &&
        !mean_the_same(nearest, *neighbour.name))
      slip.rivals.push_back(neighbour.name);
  }
  // The partner of a confused pair is a rival while it is nearly as close.
  for (const Name* partner : confusable_with(nearest)) {
    const std::size_t close = neighbours.front().distance + 1;
    if (!mean_the_same(nearest, *partner) &&
        edit_distance(letters, partner->letters, close) <= close)
      slip.rivals.push_back(partner);
  }
  // Letters cut off a longer name are rather that name than a misspelling.
  for (const Name& longer : names_.beginning_with(letters, 1)) {
    if (!mean_the_same(nearest, longer)) slip.rivals.push_back(&longer);
  }
  if (slip.rivals.empty())
    slip.name = &nearest;
  else
    slip.rivals.insert(slip.rivals.begin(), &nearest);
  return slip;
}

std::vector<const Name*> SlipFinder::confusable_with(const Name& name) const {
  std::vector<const Name*> partners;
  const auto [first, last] = look_alikes_.equal_range(&name);
  for (auto it = first; it != last; ++it) partners.push_back(it->second);
  return partners;
}

std::vector<std::string> SlipFinder::suggest(
    std::string_view letters, const std::vector<NameIndex::Neighbour>& neighbours) const {
  constexpr std::size_t kMost = 5;
  std::vector<const Name*> offered;
  const auto offer = [&](const Name& name) {
    const bool same = std::any_of(offered.begin(), offered.end(), [&](const Name* other) {
      return other == &name || mean_the_same(*other, name);
    });
    if (!same && offered.size() < kMost) offered.push_back(&name);
  };
  for (const auto& neighbour : neighbours) offer(*neighbour.name);
  for (const Name& name : names_.beginning_with(letters, kMost)) offer(name);

  std::vector<std::string> written;
  for (const Name* name : offered) written.push_back(name->written);
  return written;
}

}  // namespace crosscheck
