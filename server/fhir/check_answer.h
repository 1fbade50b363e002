// The answer of $check-interactions.
#pragma once

#include <string>
#include <string_view>

#include "check/report.h"
#include "check/rules_in_force.h"
#include "fhir/clinical_question.h"
#include "fhir/fhir_version.h"
#include "json/problem.h"

namespace crosscheck {

/// How an answer is written.
struct AnswerForm {
  std::string_view instant;  ///< The moment of the check: "2026-11-28T07:00:00Z".
  FhirVersion version = FhirVersion::r4;
};

/// Appends a Bundle: a DetectedIssue for each finding, worst first within its
/// kind, and one OperationOutcome that says what was checked and what was not.
void write_check_answer(const RulesInForce& rules, const ClinicalQuestion& asked,
                        const Report& report, const Problems& problems,
                        const AnswerForm& form, std::string& out);

}  // namespace crosscheck
