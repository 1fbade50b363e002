// The answer of $check-interactions.
#pragma once

#include <string>
#include <string_view>

#include "check/report.h"
#include "check/rules_in_force.h"
#include "fhir/clinical_question.h"
#include "json/problem.h"

namespace crosscheck {

/// Appends a Bundle of R4: a DetectedIssue for each finding, worst first within its
/// kind, and one OperationOutcome that says what was checked and what was not.
/// `instant` is the moment of the check, as FHIR writes it: "2026-11-28T07:00:00Z".
void write_check_answer(const RulesInForce& rules, const ClinicalQuestion& asked,
                        const Report& report, const Problems& problems,
                        std::string_view instant, std::string& out);

}  // namespace crosscheck
