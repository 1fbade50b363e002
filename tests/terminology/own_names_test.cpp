// Laws that hold for every name of the project's own terminology.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "naming/folded_text.h"
#include "naming/name_index.h"
#include "terminology/own_rules.h"

namespace crosscheck {
namespace {

struct Written {
  std::string name;
  std::set<std::string> keys;  // of the ingredients it means
};

std::vector<Written> all_names() {
  const Terminology& terminology = own_rules().knowledge().terminology();
  std::vector<Written> names;
  for (const Ingredient& ingredient : terminology.ingredients) {
    names.push_back({ingredient.name, {ingredient.key}});
    for (const auto& synonym : ingredient.synonyms)
      names.push_back({synonym, {ingredient.key}});
  }
  for (const Product& product : terminology.products) {
    for (const auto& brand : product.brands)
      names.push_back({brand, {product.ingredients.begin(), product.ingredients.end()}});
  }
  return names;
}

std::set<std::string> keys_of(const Recognition& recognition) {
  std::set<std::string> keys;
  for (const auto& part : recognition.parts) {
    for (const IngredientId id : part)
      keys.insert(own_rules().knowledge().ingredient(id).key);
  }
  return keys;
}

bool holds(const Recognition& recognition, const std::set<std::string>& keys) {
  const auto found = keys_of(recognition);
  if (recognition.recognised == Recognised::ambiguous)
    return std::includes(found.begin(), found.end(), keys.begin(), keys.end());
  return found == keys;
}

TEST_CASE("every name of the terminology is recognised, plain and decorated") {
  const Recogniser& recogniser = own_rules().recogniser();
  for (const Written& written : all_names()) {
    std::string capitals = written.name;
    for (char& c : capitals)
      c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    for (const std::string& text :
         {written.name, capitals, written.name + " 10 mg tablet",
          "  " + written.name + " 5mg/mL"}) {
      CAPTURE(text);
      const Recognition recognition = recogniser.recognise(text, {});
      CHECK(recognition.recognised != Recognised::corrected);
      CHECK(holds(recognition, written.keys));
    }
  }
}

std::string edited(std::string name, std::mt19937& random) {
  const std::size_t at = random() % name.size();
  const char letter = static_cast<char>('a' + random() % 26);
  switch (random() % 4) {
    case 0:
      return name.erase(at, 1);
    case 1:
      return name.insert(at, 1, letter);
    case 2:
      name[at] = letter;
      return name;
    default:
      if (at + 1 < name.size()) std::swap(name[at], name[at + 1]);
      return name;
  }
}

TEST_CASE("a slip in a long name never becomes another drug in silence") {
  const Recogniser& recogniser = own_rules().recogniser();
  const auto names = all_names();
  std::mt19937 random(20261122);
  std::size_t corrected = 0, tried = 0;
  for (int round = 0; round < 20'000; ++round) {
    const Written& written = names[random() % names.size()];
    const FoldedText folded(written.name);
    if (folded.size() > 1 || folded.joined().size() < 8) continue;
    const std::string text = edited(std::string(folded.joined()), random);
    // A slip may hit the name of another drug: nobody can see that.
    if (recogniser.names().find(FoldedText(text).joined()) != nullptr) continue;
    const Recognition recognition = recogniser.recognise(text, {});
    ++tried;
    CAPTURE(written.name);
    CAPTURE(text);
    const auto found = keys_of(recognition);
    const bool said = recognition.recognised == Recognised::corrected ||
                      recognition.recognised == Recognised::ambiguous ||
                      recognition.recognised == Recognised::unrecognised ||
                      !recognition.unknown_words.empty();
    CHECK((said || found == written.keys));
    if (recognition.recognised == Recognised::corrected && found == written.keys)
      ++corrected;
  }
  MESSAGE(corrected << " of " << tried << " slips were mended rightly");
  CHECK(corrected * 10 > tried * 8);
}

}  // namespace
}  // namespace crosscheck
