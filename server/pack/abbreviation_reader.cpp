#include "pack/abbreviation_reader.h"

#include "pack/row_reader.h"

namespace crosscheck {

std::vector<Abbreviation> read_abbreviations(const JsonNode& document,
                                             const Vocabulary& vocabulary) {
  document.allow_only({"schema", "origins", "abbreviations"});
  const KnownKeys origins = read_origins(document);
  std::vector<Abbreviation> abbreviations;
  for (const JsonNode& row : read_rows(document, "abbreviations")) {
    row.allow_only({"text", "ingredients", "origin"});
    Abbreviation& abbreviation = abbreviations.emplace_back();
    abbreviation.text = read_name(row, "text");
    abbreviation.ingredients = vocabulary.ingredients.read_keys(row, "ingredients");
    if (abbreviation.ingredients.empty() && row.has_array("ingredients"))
      row.report("ingredients", "at least one ingredient");
    check_origin(row, origins);
  }
  return abbreviations;
}

}  // namespace crosscheck
