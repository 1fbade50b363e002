#include "rxnav/unanswered.h"

#include <algorithm>

#include "check/wording.h"
#include "knowledge/day.h"
#include "rxnav/rx_concept.h"

namespace crosscheck {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

void append_sentence(std::string& text, const std::string& sentence) {
  if (!text.empty() && !sentence.empty()) text += ' ';
  text += sentence;
}

}  // namespace

std::string Unanswered::warning() const {
  std::string text;
  if (!unknown.empty())
    append_sentence(text, "NOT CHECKED, not known: RxCUI " + joined(unknown) + ".");
  if (!ambiguous.empty())
    append_sentence(text, "NOT CHECKED FOR SURE, may mean several things: RxCUI " +
                              joined(ambiguous) + ".");
  return text;
}

Unanswered find_unanswered(const KnowledgeBase& knowledge,
                           std::span<const std::string> rxcuis,
                           std::span<const Recognition> recognitions) {
  Unanswered found;
  auto& uncovered = found.uncovered_ingredients;
  for (std::size_t i = 0; i < rxcuis.size(); ++i) {
    const Recognition& recognition = recognitions[i];
    if (recognition.recognised == Recognised::ambiguous)
      found.ambiguous.push_back(rxcuis[i]);
    if (recognition.parts.empty()) found.unknown.push_back(rxcuis[i]);
    bool covered = true;
    for (const IngredientId id : ingredients_of(recognition)) {
      if (knowledge.is_covered(id)) continue;
      covered = false;
      if (std::find(uncovered.begin(), uncovered.end(), id) == uncovered.end())
        uncovered.push_back(id);
    }
    if (!covered) found.not_covered.push_back(rxcuis[i]);
  }
  return found;
}

void write_unanswered(const KnowledgeBase& knowledge, const Unanswered& unanswered,
                      Outline& outline) {
  outline.known_list("unknownRxcuis", unanswered.unknown);
  outline.known_list("ambiguousRxcuis", unanswered.ambiguous);
  outline.known_list("notCoveredRxcuis", unanswered.not_covered);
  if (unanswered.uncovered_ingredients.empty()) return;
  outline.begin_list("notCoveredConcept");
  for (const IngredientId id : unanswered.uncovered_ingredients) {
    outline.begin_item();
    write_concept(ingredient_concept(knowledge, id), outline);
    outline.end();
  }
  outline.end_list();
}

void write_disclaimer(const RulesInForce& rules, const Unanswered& unanswered,
                      Outline& outline) {
  std::string text = expiry_warning(rules, today());
  append_sentence(text, unanswered.warning());
  append_sentence(text, notice(rules.knowledge()));
  outline.text("nlmDisclaimer", text);
}

}  // namespace crosscheck
