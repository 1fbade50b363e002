#include "naming/name_index.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "naming/edit_distance.h"
#include "naming/folded_text.h"

namespace crosscheck {
namespace {

// One bit for a letter that occurs, another for one that occurs twice.
std::uint64_t signature_of(std::string_view letters) {
  std::uint64_t once = 0, twice = 0;
  for (const char c : letters) {
    const std::uint64_t bit = std::uint64_t{1} << (static_cast<unsigned char>(c) % 32);
    twice |= once & bit;
    once |= bit;
  }
  return once | twice << 32;
}

std::vector<IngredientId> ids_of(const KnowledgeBase& knowledge,
                                 const std::vector<std::string>& keys) {
  std::vector<IngredientId> ids;
  for (const auto& key : keys) ids.push_back(*knowledge.find_ingredient(key));
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace

NameIndex::NameIndex(const KnowledgeBase& knowledge) {
  add_all(knowledge);
  sort_names();
  index_names();
}

void NameIndex::index_names() {
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    const std::string_view letters = names_[i].letters;
    positions_.find(letters)->second = i;
    if (by_length_.size() <= letters.size()) by_length_.resize(letters.size() + 1);
    by_length_[letters.size()].signatures.push_back(signature_of(letters));
    by_length_[letters.size()].names.push_back(i);
    for (std::size_t at = 1; at < std::min<std::size_t>(letters.size(), 64); ++at) {
      if (names_[i].word_starts >> at & 1)
        later_words_.push_back({letters.substr(at), i});
    }
  }
  std::sort(later_words_.begin(), later_words_.end(), [](const auto& x, const auto& y) {
    return std::tie(x.letters, x.name) < std::tie(y.letters, y.name);
  });
}

void NameIndex::add_all(const KnowledgeBase& knowledge) {
  using Kind = NameMeaning::Kind;
  const Terminology& terminology = knowledge.terminology();
  for (const Ingredient& ingredient : terminology.ingredients) {
    const NameMeaning meaning{
        Kind::ingredient, {*knowledge.find_ingredient(ingredient.key)}, ""};
    add(ingredient.name, meaning);
    for (const auto& synonym : ingredient.synonyms) add(synonym, meaning);
  }
  for (const Product& product : terminology.products) {
    NameMeaning meaning{Kind::brand, ids_of(knowledge, product.ingredients),
                        product.route};
    if (meaning.ingredients.size() > 1) {
      meaning.kind = Kind::combination;
      combinations_.insert(meaning.ingredients);
    }
    for (const auto& brand : product.brands) add(brand, meaning);
  }
  for (const Abbreviation& abbreviation : terminology.abbreviations) {
    for (const auto& key : abbreviation.ingredients)
      add(abbreviation.text, {Kind::ingredient, {*knowledge.find_ingredient(key)}, ""});
    const auto added =
        positions_.find(std::string(FoldedText(abbreviation.text).joined()));
    if (added != positions_.end()) names_[added->second].error_prone = true;
  }
}

// A name that is given twice to the same ingredients has one meaning: that of
// the first, without a route unless both have it.
void NameIndex::add(std::string_view written, NameMeaning meaning) {
  const FoldedText folded(written);
  if (folded.empty()) return;
  longest_in_tokens_ = std::max(longest_in_tokens_, folded.size());
  const auto number = static_cast<std::uint32_t>(names_.size());
  const auto [known, is_new] = positions_.emplace(std::string(folded.joined()), number);
  if (is_new) {
    names_.push_back({known->first,
                      std::string(written),
                      folded.word_starts(0, folded.size()),
                      false,
                      {std::move(meaning)}});
    return;
  }
  auto& meanings = names_[known->second].meanings;
  const auto same = std::find_if(meanings.begin(), meanings.end(), [&](const auto& m) {
    return m.ingredients == meaning.ingredients;
  });
  if (same == meanings.end())
    meanings.push_back(std::move(meaning));
  else if (same->route != meaning.route)
    same->route.clear();
}

void NameIndex::sort_names() {
  std::sort(names_.begin(), names_.end(),
            [](const Name& x, const Name& y) { return x.letters < y.letters; });
}

const Name* NameIndex::find(std::string_view letters) const {
  const auto found = positions_.find(letters);
  return found == positions_.end() ? nullptr : &names_[found->second];
}

std::vector<NameIndex::Neighbour> NameIndex::near(std::string_view letters,
                                                  std::size_t limit) const {
  std::vector<Neighbour> neighbours;
  const std::uint64_t signature = signature_of(letters);
  const EditDistance distance_from(letters);
  const std::size_t shortest = letters.size() > limit ? letters.size() - limit : 1;
  for (std::size_t length = shortest;
       length <= letters.size() + limit && length < by_length_.size(); ++length) {
    const LengthBucket& bucket = by_length_[length];
    for (std::size_t i = 0; i < bucket.signatures.size(); ++i) {
      const auto differing =
          static_cast<std::size_t>(std::popcount(bucket.signatures[i] ^ signature));
      if (differing > 2 * limit) continue;
      const Name& name = names_[bucket.names[i]];
      const std::size_t distance = distance_from.to(name.letters);
      if (distance <= limit) neighbours.push_back({&name, distance});
    }
  }
  std::sort(neighbours.begin(), neighbours.end(), [](const auto& x, const auto& y) {
    return std::tie(x.distance, x.name->letters) < std::tie(y.distance, y.name->letters);
  });
  return neighbours;
}

std::span<const Name> NameIndex::beginning_with(std::string_view prefix,
                                                std::size_t limit) const {
  const auto first = std::lower_bound(
      names_.begin(), names_.end(), prefix,
      [](const Name& name, std::string_view text) { return name.letters < text; });
  auto last = first;
  while (last != names_.end() && limit > 0 && last->letters.starts_with(prefix)) {
    ++last;
    --limit;
  }
  return {first, last};
}

std::vector<const Name*> NameIndex::with_later_word(std::string_view prefix,
                                                    std::size_t limit) const {
  std::vector<const Name*> found;
  auto word = std::lower_bound(
      later_words_.begin(), later_words_.end(), prefix,
      [](const LaterWord& later, std::string_view text) { return later.letters < text; });
  for (; word != later_words_.end() && found.size() < limit; ++word) {
    if (!word->letters.starts_with(prefix)) break;
    found.push_back(&names_[word->name]);
  }
  return found;
}

}  // namespace crosscheck
