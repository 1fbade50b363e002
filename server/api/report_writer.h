// The answer to a check, as JSON.
#pragma once

#include <string>

#include "check/question.h"
#include "check/report.h"
#include "check/rules_in_force.h"

namespace crosscheck {

/// Appends the body that answers POST /v1/check to `out`.  `report` must be
/// the answer of `rules` to `question`.
void write_report(const RulesInForce& rules, const Question& question,
                  const Report& report, std::string& out);

}  // namespace crosscheck
