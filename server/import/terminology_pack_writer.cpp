#include "import/terminology_pack_writer.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "json/json_writer.h"
#include "pack/rules_directory.h"

namespace crosscheck {
namespace {

std::string member(std::string_view name, std::string_view text) {
  return json_quoted(name) + ": " + json_quoted(text);
}

template <typename Values, typename Text>
std::string array(std::string_view name, const Values& values, Text text_of) {
  std::string text = json_quoted(name) + ": [";
  const char* separator = "";
  for (const auto& value : values) {
    text += separator;
    text += json_quoted(text_of(value));
    separator = ", ";
  }
  return text + "]";
}

std::string array(std::string_view name, const std::vector<std::string>& values) {
  return array(name, values, [](const std::string& value) { return value; });
}

// The records come as the inside of their brackets.
std::string document(std::string_view rows, const Origin& origin,
                     std::vector<std::string> records) {
  std::sort(records.begin(), records.end());
  std::string text = "{\n  \"schema\": 1,\n  \"origins\": {" +
                     member(origin.key, origin.sentence) + "},\n  " + json_quoted(rows) +
                     ": [\n";
  for (const std::string& record : records)
    text += "    {" + record + (&record == &records.back() ? "}\n" : "},\n");
  return text + "  ]\n}\n";
}

std::string write_head(const TerminologyPack& head) {
  const Source& source = head.source;
  return "{\n  \"schema\": 1,\n  " + member("id", head.id) + ",\n  " +
         member("version", head.version) + ",\n  " + member("title", head.title) +
         ",\n  " + member("licence", head.licence) + ",\n  \"source\": {" +
         member("title", source.title) + ", " + member("publisher", source.publisher) +
         ", " + member("date", source.date) + ", " + member("location", source.location) +
         "},\n  " + member("base", head.base) + "\n}\n";
}

std::string write_ingredient(const Ingredient& ingredient, const std::string& origin) {
  std::string text =
      member("key", ingredient.key) + ", " + member("name", ingredient.name) + ", " +
      array("rxnorm", ingredient.rxnorm) + ", " + array("atc", ingredient.atc) + ", " +
      array("synonyms", ingredient.synonyms) + ", ";
  return text + array("origin", {origin});
}

std::string write_product(const DraftProduct& product, const TerminologyDraft& draft,
                          const std::string& origin) {
  const auto codes = [&](CodeSystem system, std::string_view name) {
    const auto found = product.codes.find(system);
    if (found == product.codes.end()) return std::string();
    return ", " + array(name, found->second,
                        [system](std::uint64_t code) { return code_text(system, code); });
  };
  std::vector<std::string> keys;
  for (const IngredientId id : product.ingredients) keys.push_back(draft.key_of(id));
  std::sort(keys.begin(), keys.end());
  std::string rxnorm = codes(CodeSystem::rxnorm, "rxnorm");
  if (rxnorm.empty()) rxnorm = ", \"rxnorm\": []";
  std::string text = array("ingredients", keys) + ", " + array("brands", product.brands) +
                     rxnorm + codes(CodeSystem::ndc, "ndc") +
                     codes(CodeSystem::snomed, "snomed") + ", ";
  if (!product.route.empty()) text += member("route", product.route) + ", ";
  return text + array("origin", {origin});
}

}  // namespace

std::map<std::string, std::string> write_terminology_pack(const TerminologyPack& head,
                                                          const Origin& origin,
                                                          const TerminologyDraft& draft) {
  std::map<std::string, std::string> files{{kTerminologyPackFile, write_head(head)}};
  std::vector<std::string> records;
  for (const Ingredient& ingredient : draft.new_ingredients())
    records.push_back(write_ingredient(ingredient, origin.key));
  if (!records.empty())
    files[kIngredientsFile] = document("ingredients", origin, std::move(records));

  records.clear();
  for (const DraftProduct& product : draft.products()) {
    if (!product.brands.empty() || !product.codes.empty())
      records.push_back(write_product(product, draft, origin.key));
  }
  if (!records.empty())
    files[kProductsFile] = document("products", origin, std::move(records));
  return files;
}

}  // namespace crosscheck
