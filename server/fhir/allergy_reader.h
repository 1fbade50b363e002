// FHIR's AllergyIntolerance → the allergies of a patient.
#pragma once

#include <string>
#include <vector>

#include "check/rules_in_force.h"
#include "fhir/left_out.h"
#include "fhir/resource_set.h"

namespace crosscheck {

/// Appends the drugs of one AllergyIntolerance to `allergies`, by name.  Codes are
/// turned into names here; what is not understood keeps its words, so that the answer
/// names it.  Left out with a reason: what is refuted, resolved or an error, what says
/// that there is no allergy, and food or environment unless it is a known drug.
void read_allergy(const RulesInForce& rules, const Resource& resource,
                  std::vector<std::string>& allergies, std::vector<LeftOut>& left_out);

}  // namespace crosscheck
