#include "pack/effect_reader.h"

#include "pack/row_reader.h"

namespace crosscheck {

std::vector<ClinicalEffect> read_effects(const std::optional<JsonNode>& document,
                                         Vocabulary& vocabulary) {
  std::vector<ClinicalEffect> effects;
  const auto rows = read_rows(document, "effects", vocabulary.effects);
  if (!document) return effects;
  document->allow_only({"schema", "effects"});
  for (const JsonNode& row : rows) {
    row.allow_only({"key", "name", "consumer"});
    ClinicalEffect effect;
    effect.key = vocabulary.effects.take_key(row, "key");
    effect.name = read_name(row, "name");
    effect.consumer = read_sentences(row, "consumer");
    effects.push_back(std::move(effect));
  }
  return effects;
}

}  // namespace crosscheck
