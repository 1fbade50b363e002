// The patient, understood.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/question.h"
#include "check/report.h"
#include "check/rules_in_force.h"

namespace crosscheck {

/// A condition of the patient that the terminology knows.
struct ConditionFact {
  const Condition* condition = nullptr;
  std::string because;  ///< Its name, and the caller's words where they differ.
};

/// What the patient's part of a question says, in the terminology's terms.
struct PatientFacts {
  std::optional<double> age_years;
  bool pregnant = false;
  bool breastfeeding = false;
  std::vector<ConditionFact> conditions;
  std::vector<IngredientId> allergies;
};

/// Reads `patient`; what is not understood, or only under an assumption, is
/// appended to `not_checked`.
PatientFacts understand_patient(const RulesInForce& rules, const Patient& patient,
                                std::vector<NotChecked>& not_checked);

}  // namespace crosscheck
