// FHIR's resources about the patient → what a check knows of him or her.
#pragma once

#include <optional>
#include <vector>

#include "check/question.h"
#include "check/rules_in_force.h"
#include "fhir/fhir_date.h"
#include "fhir/left_out.h"
#include "fhir/resource_set.h"

namespace crosscheck {

/// The patient of the set: Patient, Condition, AllergyIntolerance, and what an
/// Observation says of a pregnancy or of breastfeeding; none where the set has
/// nothing of the kind.  What counts no more, by its status or its age, is appended to
/// `left_out`.
/// Errors: reported through the nodes.
std::optional<Patient> read_patient(const RulesInForce& rules,
                                    const ResourceSet& resources, Day today,
                                    std::vector<LeftOut>& left_out);

/// Whether read_patient() reads resources of `type`.
bool is_about_patient(std::string_view type);

}  // namespace crosscheck
