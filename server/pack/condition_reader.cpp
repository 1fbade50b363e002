#include "pack/condition_reader.h"

#include "pack/row_reader.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

Condition read_condition(const JsonNode& row, Vocabulary& vocabulary, KnownKeys& names) {
  row.allow_only({"key", "name", "synonyms", "icd10", "snomed", "except"});
  Condition condition;
  condition.key = vocabulary.conditions.take_key(row, "key");
  condition.name = read_name(row, "name");
  condition.synonyms = read_names(row, "synonyms");
  condition.icd10 = read_forms(row, "icd10", is_icd10_code,
                               "an ICD-10 code such as \"N18\" or \"I69.3\"");
  condition.snomed =
      read_forms(row, "snomed", is_digits, "a SNOMED CT concept id, digits only");

  if (row.has("except")) condition.except = read_names(row, "except");

  if (!condition.name.empty()) names.take(row, "name", to_lower_case(condition.name));
  for (std::size_t i = 0; i < condition.synonyms.size(); ++i) {
    if (!condition.synonyms[i].empty())
      names.take_element(row, "synonyms", i, to_lower_case(condition.synonyms[i]));
  }
  for (std::size_t i = 0; i < condition.except.size(); ++i) {
    if (!condition.except[i].empty())
      names.take_element(row, "except", i, to_lower_case(condition.except[i]));
  }
  return condition;
}

}  // namespace

std::vector<Condition> read_conditions(const std::optional<JsonNode>& document,
                                       Vocabulary& vocabulary) {
  std::vector<Condition> conditions;
  KnownKeys names("name of a condition");
  const auto rows = read_rows(document, "conditions", vocabulary.conditions);
  if (!document) return conditions;
  document->allow_only({"schema", "conditions"});
  for (const JsonNode& row : rows)
    conditions.push_back(read_condition(row, vocabulary, names));
  return conditions;
}

}  // namespace crosscheck
