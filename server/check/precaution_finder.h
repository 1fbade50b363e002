// Finds the precautions that the list and the patient call for.
#pragma once

#include <span>
#include <vector>

#include "check/medication.h"
#include "check/patient_facts.h"
#include "check/report.h"
#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// Every precaution that holds for `medications` in this patient: one alert
/// for an ingredient, a kind and a cause, worst first, then in list order.
/// Doses of one ingredient add up over the list.  Laboratory and activity
/// notes come for a professional audience only.
std::vector<PrecautionAlert> find_precautions(const KnowledgeBase& knowledge,
                                              std::span<const Medication> medications,
                                              const PatientFacts& patient,
                                              Audience audience);

}  // namespace crosscheck
