#include "check/checker.h"

#include <algorithm>

#include "check/cumulative_finder.h"
#include "check/dose.h"
#include "check/duplicate_finder.h"
#include "check/interaction_finder.h"
#include "check/medication.h"
#include "check/patient_facts.h"
#include "check/precaution_finder.h"

namespace crosscheck {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

class Checker {
 public:
  Checker(const RulesInForce& rules, const Question& question)
      : rules_(rules), knowledge_(rules.knowledge()), question_(question) {}

  Report run() {
    for (const MedicationEntry& entry : question_.medications) understand(entry);
    PatientFacts patient;
    if (question_.patient)
      patient = understand_patient(rules_, *question_.patient, report_.not_checked);

    report_.interactions = find_interactions(knowledge_, medications_);
    report_.precautions =
        find_precautions(knowledge_, medications_, patient, question_.audience);
    report_.duplicates = find_duplicates(knowledge_, medications_);
    report_.cumulative_effects = find_cumulative_effects(
        knowledge_, medications_, patient.age_years, report_.interactions);
    find_not_covered(patient);
    finish(report_.interactions);
    finish(report_.precautions);
    finish(report_.cumulative_effects);
    return std::move(report_);
  }

 private:
  void understand(const MedicationEntry& entry) {
    const std::size_t position = report_.medications.size();
    Recognition recognition = rules_.recogniser().recognise(entry.text, entry.codings);
    Medication medication{position, recognition.parts, recognition.route, std::nullopt,
                          entry.stopping};
    note_recognition(position, entry, recognition);
    read_route(position, entry, medication);
    read_dose(position, entry, medication);
    medication.assumed = recognition.recognised == Recognised::corrected ||
                         recognition.recognised == Recognised::ambiguous;
    recognition.route = medication.route;
    medications_.push_back(std::move(medication));
    report_.medications.push_back(std::move(recognition));
  }

  void note(std::size_t position, std::string text, NotCheckedReason reason,
            std::vector<std::string> suggestions = {}) {
    report_.not_checked.push_back({NotChecked::Subject::medication, position,
                                   std::move(text), reason, std::move(suggestions)});
  }

  void note_recognition(std::size_t position, const MedicationEntry& entry,
                        const Recognition& recognition) {
    const auto& suggestions = recognition.suggestions;
    switch (recognition.recognised) {
      case Recognised::unrecognised:
        return note(position, words_of(entry.text, entry.codings),
                    NotCheckedReason::unrecognised, suggestions);
      case Recognised::ambiguous:
        note(position, words_of(entry.text, entry.codings), NotCheckedReason::ambiguous,
             suggestions);
        break;
      case Recognised::corrected:
        note(position, words_of(entry.text, entry.codings), NotCheckedReason::assumed,
             suggestions);
        break;
      default:
        break;
    }
    // The suggestions of a doubtful name are about that name, not these words.
    const bool sure = recognition.recognised != Recognised::ambiguous &&
                      recognition.recognised != Recognised::corrected;
    if (!recognition.parts.empty() && !recognition.unknown_words.empty())
      note(position, joined(recognition.unknown_words), NotCheckedReason::unrecognised,
           sure ? suggestions : std::vector<std::string>{});
  }

  // The route that is stated beside the text goes before one within it.
  void read_route(std::size_t position, const MedicationEntry& entry,
                  Medication& medication) {
    if (entry.route.empty()) return;
    const std::string route = rules_.recogniser().find_route(entry.route);
    if (route.empty())
      note(position, entry.route, NotCheckedReason::unrecognised);
    else
      medication.route = route;
  }

  void read_dose(std::size_t position, const MedicationEntry& entry,
                 Medication& medication) {
    if (!entry.daily_dose || medication.parts.empty()) return;
    const auto milligrams = milligrams_a_day(*entry.daily_dose);
    const bool single = medication.parts.size() == 1 && medication.parts[0].size() == 1;
    if (milligrams && single)
      medication.daily_dose_mg = milligrams;
    else if (!milligrams || has_dose_limit(medication))
      note(position, "daily dose in " + entry.daily_dose->unit,
           milligrams ? NotCheckedReason::ambiguous : NotCheckedReason::unrecognised);
  }

  bool has_dose_limit(const Medication& medication) const {
    bool has = false;
    medication.for_each_ingredient([&](IngredientId id) {
      for (const Precaution* rule : knowledge_.precautions_of(id))
        has = has || rule->kind == PrecautionKind::dose;
    });
    return has;
  }

  void find_not_covered(const PatientFacts& patient) {
    for (const Medication& medication : medications_) {
      medication.for_each_ingredient([&](IngredientId id) {
        if (!knowledge_.is_covered(id))
          report_.not_covered.push_back({medication.position, id});
      });
    }
    for (const IngredientId id : patient.allergies) {
      if (is_listed(id) && !has_allergy_rule(id))
        report_.not_covered.push_back({std::nullopt, id});
    }
  }

  bool is_listed(IngredientId wanted) const {
    return std::any_of(
        medications_.begin(), medications_.end(),
        [&](const Medication& medication) { return medication.has(wanted); });
  }

  bool has_allergy_rule(IngredientId id) const {
    const auto rules = knowledge_.precautions_of(id);
    return std::any_of(rules.begin(), rules.end(), [](const Precaution* rule) {
      return rule->kind == PrecautionKind::allergy;
    });
  }

  // Counts all alerts, then leaves out those that were not asked for.
  template <typename Alert>
  void finish(std::vector<Alert>& alerts) {
    for (const Alert& alert : alerts) {
      ++report_.counts[static_cast<std::size_t>(alert.severity)];
      report_.highest_severity =
          std::min(report_.highest_severity.value_or(alert.severity), alert.severity);
    }
    report_.hidden += std::erase_if(alerts, [&](const Alert& alert) {
      return alert.severity > question_.minimum_severity;
    });
  }

  const RulesInForce& rules_;
  const KnowledgeBase& knowledge_;
  const Question& question_;
  std::vector<Medication> medications_;
  Report report_;
};

}  // namespace

Report check(const RulesInForce& rules, const Question& question) {
  return Checker(rules, question).run();
}

}  // namespace crosscheck
