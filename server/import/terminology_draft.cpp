#include "import/terminology_draft.h"

#include <algorithm>

#include "naming/folded_text.h"
#include "naming/national_drug_code.h"

namespace crosscheck {
namespace {

std::string key_from(std::string_view name) {
  std::string key;
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    const bool allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (allowed)
      key += c;
    else if (!key.empty() && key.back() != '-')
      key += '-';
  }
  while (key.ends_with('-')) key.pop_back();
  return key;
}

template <typename Value>
void sort_once(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

std::string code_text(CodeSystem system, std::uint64_t code) {
  if (system == CodeSystem::ndc)
    return to_string(NdcProduct{static_cast<std::uint32_t>(code)});
  return std::to_string(code);
}

IngredientId TerminologyDraft::add_ingredient(const std::string& name,
                                              std::uint64_t rxcui) {
  std::string key = key_from(name);
  if (key.empty() || known_.knowledge().find_ingredient(key) || new_keys_.contains(key))
    key += (key.empty() ? "rxnorm-" : "-rxnorm-") + std::to_string(rxcui);
  new_keys_.insert(key);
  new_ingredients_.push_back({std::move(key), name, {std::to_string(rxcui)}, {}, {}});
  return {static_cast<std::uint32_t>(known_.knowledge().ingredient_count() +
                                     new_ingredients_.size() - 1)};
}

const std::string& TerminologyDraft::key_of(IngredientId id) const {
  const std::size_t known = known_.knowledge().ingredient_count();
  return id.position < known ? known_.knowledge().ingredient(id).key
                             : new_ingredients_[id.position - known].key;
}

TerminologyDraft::Row TerminologyDraft::row(const IngredientSet& ingredients,
                                            const std::string& route) {
  const auto number = static_cast<Row>(products_.size());
  const auto [known, is_new] = rows_.try_emplace({ingredients, route}, number);
  if (is_new) products_.push_back({ingredients, route, {}, {}});
  return known->second;
}

void TerminologyDraft::add_code(CodeSystem system, std::uint64_t code, Row row) {
  codes_[system].push_back({code, row});
}

void TerminologyDraft::add_brand(std::string_view name, Row row) {
  Brand& brand = brands_[std::string(FoldedText(name).joined())];
  if (brand.rows.empty()) brand.written = name;
  if (brand.rows.empty() || brand.rows.back() != row) brand.rows.push_back(row);
}

void TerminologyDraft::settle(SharedBrands shared, ImportSummary& summary) {
  for (const CodeSystem system :
       {CodeSystem::rxnorm, CodeSystem::ndc, CodeSystem::snomed})
    settle_codes(system, summary);
  for (auto& [letters, brand] : brands_) {
    sort_once(brand.rows);
    settle_brand(brand, shared, summary);
  }
  for (DraftProduct& product : products_) sort_once(product.brands);
  brands_.clear();
}

bool TerminologyDraft::same_ingredients(const std::vector<Row>& rows) const {
  return std::all_of(rows.begin(), rows.end(), [&](Row row) {
    return products_[row].ingredients == products_[rows.front()].ingredients;
  });
}

// The rows have the same ingredients.
TerminologyDraft::Row TerminologyDraft::common_row(const std::vector<Row>& rows) {
  return rows.size() == 1 ? rows.front() : row(products_[rows.front()].ingredients, "");
}

void TerminologyDraft::settle_codes(CodeSystem system, ImportSummary& summary) {
  std::vector<CodeOfRow> all = std::move(codes_[system]);
  sort_once(all);
  for (auto first = all.begin(); first != all.end();) {
    std::vector<Row> rows;
    auto last = first;
    for (; last != all.end() && last->code == first->code; ++last)
      rows.push_back(last->row);
    const std::uint64_t code = first->code;
    first = last;
    if (!same_ingredients(rows)) {
      summary.add("codes left out: given to different ingredients");
      continue;
    }
    const Row row = common_row(rows);
    if (is_known(system, code, row, summary)) continue;
    products_[row].codes[system].push_back(code);
    summary.add("codes written");
  }
}

bool TerminologyDraft::is_known(CodeSystem system, std::uint64_t code, Row row,
                                ImportSummary& summary) {
  const auto meanings = known_.codes().find(system, code_text(system, code));
  const bool known =
      std::any_of(meanings.begin(), meanings.end(), [&](const CodeMeaning& meaning) {
        return meaning.ingredients == products_[row].ingredients;
      });
  if (known)
    summary.add("codes left out: the rules know them");
  else if (!meanings.empty())
    summary.add("codes with another meaning in the rules: ambiguous from now on");
  return known;
}

void TerminologyDraft::settle_brand(const Brand& brand, SharedBrands shared,
                                    ImportSummary& summary) {
  const bool several = !same_ingredients(brand.rows);
  if (several && shared == SharedBrands::left_out) {
    summary.add("names left out: given to different ingredients");
    return;
  }
  std::map<IngredientSet, std::vector<Row>> by_meaning;
  for (const Row row : brand.rows) by_meaning[products_[row].ingredients].push_back(row);
  for (const auto& [ingredients, rows] : by_meaning) {
    if (ingredients.empty()) continue;
    if (known_.is_brand_of(brand.written, ingredients)) {
      summary.add("names left out: the rules know them");
      continue;
    }
    products_[common_row(rows)].brands.push_back(brand.written);
    summary.add("brands written");
  }
}

}  // namespace crosscheck
