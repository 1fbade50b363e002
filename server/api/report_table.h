// The answer to a check, for people.
#pragma once

#include <string>

#include "check/question.h"
#include "check/report.h"
#include "check/rules_in_force.h"

namespace crosscheck {

/// The report as plain text of at most 100 columns, in UTF-8: what could not
/// be checked first, then the alerts, worst first.  Says in words when nothing
/// was found, and what that does not mean.
std::string write_report_table(const RulesInForce& rules, const Question& question,
                               const Report& report);

}  // namespace crosscheck
