#include "fhir/allergy_reader.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "fhir/concept.h"

namespace crosscheck {
namespace {

// SNOMED CT: no known allergy, no known drug allergy.
constexpr std::array<std::string_view, 2> kNoneKnown{"716186003", "409137002"};

// "Allergy to penicillin (finding)" is an allergy to penicillin.
std::string_view substance_of(std::string_view words) {
  static constexpr std::array<std::string_view, 4> kBefore{
      "Allergy to ", "allergy to ", "Intolerance to ", "Hypersensitivity to "};
  for (const std::string_view before : kBefore) {
    if (words.starts_with(before)) words.remove_prefix(before.size());
  }
  return words.substr(0, words.find(" ("));
}

std::string reason_not_to_count(const JsonNode& node, const Concept& code) {
  const std::string verification = read_code(node, "verificationStatus");
  if (verification == "refuted" || verification == "entered-in-error")
    return verification;
  if (read_code(node, "clinicalStatus") == "resolved") return "resolved";
  for (const std::string_view none : kNoneKnown) {
    if (code.has_code(none)) return "no-known-allergy";
  }
  return {};
}

// Whether the categories say that it is no drug.
bool is_no_drug(const JsonNode& node) {
  bool other = false, drug = false;
  for (const JsonNode& category : node.optional_array("category")) {
    const std::string word = category.is_string() ? category.as_text() : std::string();
    const bool is_other = word == "food" || word == "environment";
    other = other || is_other;
    drug = drug || !is_other;
  }
  return other && !drug;
}

// Names that a text alone is understood by; empty where the concept is not understood.
std::vector<std::string> known_names(const RulesInForce& rules,
                                     const Concept& substance) {
  std::vector<std::string> names;
  const std::string text(substance_of(substance.text));
  std::vector<Coding> codings = substance.codings;
  for (Coding& coding : codings) coding.display = substance_of(coding.display);
  const auto recognition = rules.recogniser().recognise(text, codings);
  for (const auto& part : recognition.parts) {
    for (const IngredientId id : part)
      names.push_back(rules.knowledge().ingredient(id).name);
  }
  // What was guessed keeps its words: the check names the guess.
  const bool guessed = recognition.recognised == Recognised::corrected ||
                       recognition.recognised == Recognised::ambiguous ||
                       !recognition.unknown_words.empty();
  if (guessed && !names.empty()) {
    const std::string words(substance_of(words_of(text, codings)));
    if (!rules.recogniser().recognise(words, {}).parts.empty()) return {words};
  }
  return names;
}

}  // namespace

void read_allergy(const RulesInForce& rules, const Resource& resource,
                  std::vector<std::string>& allergies, std::vector<LeftOut>& left_out) {
  const JsonNode& node = resource.node;
  std::vector<Concept> substances{read_concept(node, "code")};
  for (const JsonNode& reaction : node.optional_array("reaction")) {
    if (!reaction.is_object()) {
      reaction.report("", "an object");
      continue;
    }
    Concept substance = read_concept(reaction, "substance");
    if (!substance.empty()) substances.push_back(std::move(substance));
  }
  if (substances.front().empty() && substances.size() > 1)
    substances.erase(substances.begin());
  const std::string words = or_name_of(substances.front(), resource.name()).words();
  if (std::string reason = reason_not_to_count(node, substances.front());
      !reason.empty()) {
    left_out.push_back({resource.name(), words, std::move(reason)});
    return;
  }
  const auto add = [&](std::string name) {
    if (std::find(allergies.begin(), allergies.end(), name) == allergies.end())
      allergies.push_back(std::move(name));
  };
  const bool no_drug = is_no_drug(node);
  for (const Concept& substance : substances) {
    std::vector<std::string> names = known_names(rules, substance);
    std::string own_words = or_name_of(substance, resource.name()).words();
    if (names.empty() && no_drug)
      left_out.push_back({resource.name(), std::move(own_words), "no-drug"});
    else if (names.empty())
      add(std::move(own_words));
    for (std::string& name : names) add(std::move(name));
  }
}

}  // namespace crosscheck
