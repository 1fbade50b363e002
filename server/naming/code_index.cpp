#include "naming/code_index.h"

#include <algorithm>

#include "naming/code_system.h"

namespace crosscheck {
namespace {

// Codes are sent with stray spaces and in any case.
std::string tidy(std::string_view code) {
  std::string tidied;
  for (char c : code) {
    if (c == ' ' || c == '\t') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    tidied += c;
  }
  return tidied;
}

}  // namespace

CodeIndex::CodeIndex(const KnowledgeBase& knowledge) : knowledge_(knowledge) {
  const Terminology& terminology = knowledge.terminology();
  for (std::uint32_t i = 0; i < terminology.ingredients.size(); ++i) {
    const Ingredient& ingredient = terminology.ingredients[i];
    const CodeMeaning meaning{{IngredientId{i}}, ""};
    for (const auto& code : ingredient.rxnorm) rxnorm_[code].push_back(meaning);
    for (const auto& code : ingredient.atc) atc_[code].push_back(meaning);
  }
  for (const Product& product : terminology.products) {
    CodeMeaning meaning{{}, product.route};
    for (const auto& key : product.ingredients)
      meaning.ingredients.push_back(*knowledge.find_ingredient(key));
    std::sort(meaning.ingredients.begin(), meaning.ingredients.end());
    for (const auto& code : product.rxnorm) rxnorm_[code].push_back(meaning);
  }
}

std::vector<CodeMeaning> CodeIndex::find(const Coding& coding) const {
  const auto system = find_code_system(coding.system);
  if (system != CodeSystem::rxnorm && system != CodeSystem::atc) return {};
  const Meanings& meanings = system == CodeSystem::rxnorm ? rxnorm_ : atc_;
  const auto found = meanings.find(tidy(coding.code));
  if (found == meanings.end()) return {};
  return found->second;
}

std::vector<std::string> CodeIndex::names_in_group(const Coding& coding,
                                                   std::size_t limit) const {
  std::vector<std::string> names;
  const std::string group = tidy(coding.code);
  if (find_code_system(coding.system) != CodeSystem::atc || group.empty() ||
      group.size() > 5)
    return names;
  for (const Ingredient& ingredient : knowledge_.terminology().ingredients) {
    const bool in_group =
        std::any_of(ingredient.atc.begin(), ingredient.atc.end(),
                    [&](const auto& code) { return code.starts_with(group); });
    if (in_group) names.push_back(ingredient.name);
    if (names.size() == limit) break;
  }
  return names;
}

}  // namespace crosscheck
