// FHIR resources → the question that they ask.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "check/question.h"
#include "check/rules_in_force.h"
#include "fhir/fhir_date.h"
#include "fhir/left_out.h"
#include "fhir/resource_set.h"

namespace crosscheck {

/// A question, and what belongs to its answer.
struct ClinicalQuestion {
  Question question;
  /// For each medication what its resource is called: "MedicationRequest/17", a full
  /// URL, or "" where it has neither.
  std::vector<std::string> references;
  std::string patient;  ///< "Patient/5", or "" where none is named.
  /// What the set holds and the question does not.
  std::vector<LeftOut> left_out;
  /// Types of which nothing was read, and how many resources of each.
  std::map<std::string, std::size_t> other_types;
  /// Why the question must not be answered; "" where it may.
  std::string refusal;
};

/// Every medication that is taken, in the order of the set, and the patient.
/// A medication stands once: where the set has it as an order and on file, or twice the
/// same, the order or the first counts and the other is left out.  A Medication that
/// nothing in the set refers to is no sign that anybody takes it, and left out.
/// Errors: what could not be read is reported through the nodes of the set, and is still
/// part of the question wherever it may be a medication; a type that FHIR does not have
/// is reported, too.
ClinicalQuestion read_clinical_question(const RulesInForce& rules,
                                        const ResourceSet& resources, Day today);

}  // namespace crosscheck
