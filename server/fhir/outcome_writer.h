// FHIR's OperationOutcome: what was and was not done, or why nothing was.
#pragma once

#include <string>
#include <string_view>

#include "check/report.h"
#include "check/rules_in_force.h"
#include "fhir/clinical_question.h"
#include "json/json_writer.h"
#include "json/problem.h"

namespace crosscheck {

/// Says what was checked and by which rules, then everything that was not: not
/// understood, not covered, left out, not read.  `day` is an ISO 8601 date.
void write_check_outcome(const RulesInForce& rules, const ClinicalQuestion& asked,
                         const Report& report, const Problems& problems,
                         std::string_view day, JsonWriter& json);

/// Why a request was not answered: one issue for the whole, with a code of FHIR's
/// issue-type, and one for each problem.
std::string refusal_outcome(std::string_view code, std::string_view detail,
                            const Problems& problems);

/// "entry[3].resource.status" for "/entry/3/resource/status".
std::string fhir_path(std::string_view pointer);

}  // namespace crosscheck
