#include "check/patient_facts.h"

#include <algorithm>
#include <array>

#include "naming/condition_index.h"
#include "naming/folded_text.h"

namespace crosscheck {
namespace {

// Conditions that are members of the patient, too.
constexpr std::string_view kPregnancy = "pregnancy";
constexpr std::string_view kBreastfeeding = "breastfeeding";

// How lists of allergies say that they are empty.
bool says_none(const std::string& allergy) {
  static constexpr std::array<std::string_view, 7> kNone{
      "nkda", "nka", "noknownallergies", "noknowndrugallergies", "noallergies",
      "none", "nil"};
  const FoldedText folded(allergy);
  return std::find(kNone.begin(), kNone.end(), folded.joined()) != kNone.end();
}

std::string because_of(const Condition& condition, const std::string& words) {
  if (FoldedText(words).joined() == FoldedText(condition.name).joined())
    return condition.name;
  return condition.name + " (" + words + ")";
}

void understand_condition(const ConditionIndex& index, const ConditionEntry& entry,
                          PatientFacts& facts, std::vector<NotChecked>& not_checked) {
  const std::string words = words_of(entry.text, entry.codings);
  const auto known = index.find(entry.text, entry.codings);
  if (known.empty()) {
    not_checked.push_back({NotChecked::Subject::condition, 0, words,
                           NotCheckedReason::unrecognised, index.suggest(words)});
    return;
  }
  for (const Condition* condition : known) {
    facts.pregnant = facts.pregnant || condition->key == kPregnancy;
    facts.breastfeeding = facts.breastfeeding || condition->key == kBreastfeeding;
    const bool listed =
        std::any_of(facts.conditions.begin(), facts.conditions.end(),
                    [&](const auto& fact) { return fact.condition == condition; });
    if (!listed) facts.conditions.push_back({condition, because_of(*condition, words)});
  }
}

void understand_allergy(const Recogniser& recogniser, const std::string& allergy,
                        PatientFacts& facts, std::vector<NotChecked>& not_checked) {
  if (says_none(allergy)) return;
  const Recognition recognition = recogniser.recognise(allergy, {});
  for (const auto& part : recognition.parts)
    facts.allergies.insert(facts.allergies.end(), part.begin(), part.end());
  NotChecked note{NotChecked::Subject::allergy, 0, allergy,
                  NotCheckedReason::unrecognised, recognition.suggestions};
  if (recognition.recognised == Recognised::ambiguous)
    note.reason = NotCheckedReason::ambiguous;
  else if (recognition.recognised == Recognised::corrected)
    note.reason = NotCheckedReason::assumed;
  else if (!recognition.parts.empty() && recognition.unknown_words.empty())
    return;
  not_checked.push_back(std::move(note));
}

}  // namespace

PatientFacts understand_patient(const RulesInForce& rules, const Patient& patient,
                                std::vector<NotChecked>& not_checked) {
  PatientFacts facts{patient.age_years, patient.pregnant, patient.breastfeeding, {}, {}};
  for (const ConditionEntry& entry : patient.conditions)
    understand_condition(rules.recogniser().conditions(), entry, facts, not_checked);
  for (const std::string& allergy : patient.allergies)
    understand_allergy(rules.recogniser(), allergy, facts, not_checked);
  std::sort(facts.allergies.begin(), facts.allergies.end());
  return facts;
}

}  // namespace crosscheck
