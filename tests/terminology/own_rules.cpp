#include "terminology/own_rules.h"

#include <doctest/doctest.h>

#include <set>

#include "api/question_reader.h"
#include "pack/rules_loader.h"

namespace crosscheck {

const RulesInForce& own_rules() {
  static const auto rules = [] {
    Problems problems;
    const auto read = [](const JsonNode& node) { return read_question(node); };
    auto loaded = load_rules(CROSSCHECK_SOURCE_DIR "/rules", read, problems);
    for (const Problem& problem : problems) MESSAGE(to_string(problem));
    REQUIRE(loaded != nullptr);
    return loaded;
  }();
  return *rules;
}

std::string spell_ingredients(const RulesInForce& rules, const Recognition& recognition) {
  std::set<std::string> keys;
  for (const auto& part : recognition.parts) {
    for (const IngredientId id : part) keys.insert(rules.knowledge().ingredient(id).key);
  }
  std::string text;
  for (const auto& key : keys) text += (text.empty() ? "" : "|") + key;
  return text;
}

}  // namespace crosscheck
