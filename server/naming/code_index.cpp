#include "naming/code_index.h"

#include <algorithm>

#include "naming/national_drug_code.h"

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

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

// An RxCUI and a SNOMED CT id are numbers, and are not written with zeros in front.
std::vector<std::uint64_t> number_of(std::string_view code) {
  constexpr std::size_t kMostDigits = 18;  // of a SNOMED CT id
  if (code.empty() || code.size() > kMostDigits || code.front() == '0' ||
      !is_digits(code))
    return {};
  return {std::stoull(std::string(code))};
}

// The bytes of a full ATC code.
std::vector<std::uint64_t> bytes_of(std::string_view code) {
  constexpr std::size_t kFullCode = 7;
  if (code.size() != kFullCode) return {};
  std::uint64_t bytes = 0;
  for (const char c : code) bytes = bytes << 8U | static_cast<unsigned char>(c);
  return {bytes};
}

// How the tables know a code; an NDC without dashes may be several.
std::vector<std::uint64_t> keys_of(CodeSystem system, std::string_view code) {
  std::vector<std::uint64_t> keys;
  switch (system) {
    case CodeSystem::rxnorm:
    case CodeSystem::snomed:
      return number_of(code);
    case CodeSystem::atc:
      return bytes_of(code);
    case CodeSystem::ndc:
      for (const NdcProduct product : read_ndc(code)) keys.push_back(product.number);
      return keys;
    case CodeSystem::icd10:
      break;
  }
  return keys;
}

}  // namespace

CodeIndex::CodeIndex(const KnowledgeBase& knowledge) : knowledge_(knowledge) {
  const Terminology& terminology = knowledge.terminology();
  for (std::uint32_t i = 0; i < terminology.ingredients.size(); ++i) {
    const Ingredient& ingredient = terminology.ingredients[i];
    meanings_.push_back({{IngredientId{i}}, ""});
    add(CodeSystem::rxnorm, ingredient.rxnorm);
    add(CodeSystem::atc, ingredient.atc);
    add(CodeSystem::snomed, ingredient.snomed);
  }
  for (const Product& product : terminology.products) {
    auto& ingredients =
        meanings_.emplace_back(CodeMeaning{{}, product.route}).ingredients;
    for (const auto& key : product.ingredients)
      ingredients.push_back(*knowledge.find_ingredient(key));
    std::sort(ingredients.begin(), ingredients.end());
    ingredients.erase(std::unique(ingredients.begin(), ingredients.end()),
                      ingredients.end());
    add(CodeSystem::rxnorm, product.rxnorm);
    add(CodeSystem::ndc, product.ndc);
    add(CodeSystem::snomed, product.snomed);
  }
  for (auto& [system, table] : tables_) {
    std::sort(table.begin(), table.end());
    table.shrink_to_fit();
  }
}

// The codes of the row whose meaning was added last.
void CodeIndex::add(CodeSystem system, const std::vector<std::string>& codes) {
  const auto meaning = static_cast<std::uint32_t>(meanings_.size() - 1);
  for (const auto& code : codes) {
    for (const std::uint64_t key : keys_of(system, code))
      tables_[system].push_back({key, meaning});
  }
}

void CodeIndex::add_meanings(const Table& table, std::uint64_t code,
                             std::vector<CodeMeaning>& found) const {
  auto entry = std::lower_bound(table.begin(), table.end(), Entry{code, 0});
  for (; entry != table.end() && entry->code == code; ++entry) {
    const CodeMeaning& meaning = meanings_[entry->meaning];
    const bool is_new = std::none_of(found.begin(), found.end(), [&](const auto& known) {
      return known.ingredients == meaning.ingredients;
    });
    if (is_new) found.push_back(meaning);
  }
}

std::vector<CodeMeaning> CodeIndex::find(const Coding& coding) const {
  const auto system = find_code_system(coding.system);
  if (!system) return {};
  return find(*system, tidy(coding.code));
}

std::vector<CodeMeaning> CodeIndex::find(CodeSystem system, std::string_view code) const {
  std::vector<CodeMeaning> found;
  const auto table = tables_.find(system);
  if (table == tables_.end()) return found;
  for (const std::uint64_t key : keys_of(system, code))
    add_meanings(table->second, key, found);
  return found;
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
