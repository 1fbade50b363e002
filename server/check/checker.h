// Answers a question about a medication list.
#pragma once

#include "check/question.h"
#include "check/report.h"
#include "check/rules_in_force.h"

namespace crosscheck {

/// Everything the rules in force say about the list and the patient, and
/// everything in the question that could not be checked.
///
/// Pure: no clock, no log, no lock; equal arguments give equal reports.  The
/// order of the list changes only the positions in the answer, and adding an
/// entry never removes a finding.
/// Cost: grows with the pairs of the list and with the findings, not with the
/// number of rules.  The caller bounds the length of the list.
Report check(const RulesInForce& rules, const Question& question);

}  // namespace crosscheck
