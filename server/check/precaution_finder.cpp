#include "check/precaution_finder.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <tuple>

#include "check/dose.h"

namespace crosscheck {
namespace {

bool contains(const std::vector<std::string>& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::string spell_age(double years) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "age %.4g", years);
  return text.data();
}

class PrecautionFinder {
 public:
  PrecautionFinder(const KnowledgeBase& knowledge,
                   std::span<const Medication> medications, const PatientFacts& patient,
                   Audience audience)
      : knowledge_(knowledge),
        medications_(medications),
        patient_(patient),
        audience_(audience) {}

  std::vector<PrecautionAlert> find() {
    for (const Medication& medication : medications_) {
      medication.for_each_ingredient([&](IngredientId id) {
        for (const Precaution* rule : knowledge_.precautions_of(id)) {
          if (!allows_route(rule->of, medication.route)) continue;
          for (const std::string& cause : causes(*rule, id, medication))
            add(medication, id, *rule, cause);
        }
      });
    }
    // One entry may bring a milder rule into an alert than a later one.
    for (PrecautionAlert& alert : alerts_) {
      std::sort(alert.rules.begin(), alert.rules.end(), [](const auto* x, const auto* y) {
        return std::tie(x->severity, x->id) < std::tie(y->severity, y->id);
      });
    }
    std::stable_sort(alerts_.begin(), alerts_.end(), [](const auto& x, const auto& y) {
      return std::tie(x.severity, x.medications.front()) <
             std::tie(y.severity, y.medications.front());
    });
    return std::move(alerts_);
  }

 private:
  // Why `rule` holds, one for each alert it belongs to; empty if it does not.
  std::vector<std::string> causes(const Precaution& rule, IngredientId id,
                                  const Medication& medication) const {
    const auto when = [](bool holds, std::string cause) {
      return holds ? std::vector{std::move(cause)} : std::vector<std::string>{};
    };
    switch (rule.kind) {
      case PrecautionKind::condition:
        return conditions_met(rule);
      case PrecautionKind::age:
        if (!patient_.age_years) return {};
        return when(rule.age->includes(*patient_.age_years),
                    spell_age(*patient_.age_years));
      case PrecautionKind::pregnancy:
        return when(patient_.pregnant, "pregnancy");
      case PrecautionKind::breastfeeding:
        return when(patient_.breastfeeding, "breastfeeding");
      case PrecautionKind::allergy:
        return when(
            std::binary_search(patient_.allergies.begin(), patient_.allergies.end(), id),
            "allergy to " + knowledge_.ingredient(id).name);
      case PrecautionKind::dose:
        if (!medication.daily_dose_mg) return {};
        return when(total_dose(rule, id) > rule.daily_dose->above_mg,
                    spell_dose(total_dose(rule, id)) + ", over " +
                        spell_dose(rule.daily_dose->above_mg));
      case PrecautionKind::route:
        return when(true, medication.route);
      case PrecautionKind::abrupt_stop:
        return when(medication.stopping, "abrupt stop");
      case PrecautionKind::laboratory:
        return when(audience_ == Audience::professional, "laboratory tests");
      case PrecautionKind::activity:
        return when(audience_ == Audience::professional, "everyday activities");
    }
    return {};
  }

  std::vector<std::string> conditions_met(const Precaution& rule) const {
    std::vector<std::string> met;
    for (const ConditionFact& fact : patient_.conditions) {
      if (contains(rule.conditions, fact.condition->key)) met.push_back(fact.because);
    }
    return met;
  }

  // Two half doses in two entries are one whole dose.
  double total_dose(const Precaution& rule, IngredientId id) const {
    double total = 0;
    for (const Medication& medication : medications_) {
      if (medication.daily_dose_mg && medication.has(id) &&
          allows_route(rule.of, medication.route))
        total += *medication.daily_dose_mg;
    }
    return total;
  }

  void add(const Medication& medication, IngredientId id, const Precaution& rule,
           const std::string& cause) {
    auto alert = std::find_if(alerts_.begin(), alerts_.end(), [&](const auto& known) {
      return known.ingredient == id && known.kind == rule.kind && known.because == cause;
    });
    if (alert == alerts_.end())
      alert = alerts_.insert(alerts_.end(),
                             {rule.severity, {}, true, id, rule.kind, cause, {}});
    alert->severity = std::min(alert->severity, rule.severity);
    alert->assumed = alert->assumed && medication.assumed;
    auto& positions = alert->medications;
    if (positions.empty() || positions.back() != medication.position)
      positions.push_back(medication.position);
    auto& rules = alert->rules;
    if (std::find(rules.begin(), rules.end(), &rule) == rules.end())
      rules.push_back(&rule);
  }

  const KnowledgeBase& knowledge_;
  std::span<const Medication> medications_;
  const PatientFacts& patient_;
  Audience audience_;
  std::vector<PrecautionAlert> alerts_;
};

}  // namespace

std::vector<PrecautionAlert> find_precautions(const KnowledgeBase& knowledge,
                                              std::span<const Medication> medications,
                                              const PatientFacts& patient,
                                              Audience audience) {
  return PrecautionFinder(knowledge, medications, patient, audience).find();
}

}  // namespace crosscheck
