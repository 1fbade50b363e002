// Finds the interactions in a medication list.
#pragma once

#include <span>
#include <vector>

#include "check/medication.h"
#include "check/report.h"
#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// Every interaction between two entries of `medications`, and between the
/// parts of one entry: one alert for a pair of entries, worst first, then in
/// list order.  Ingredients of one part never interact with each other.
std::vector<InteractionAlert> find_interactions(const KnowledgeBase& knowledge,
                                                std::span<const Medication> medications);

}  // namespace crosscheck
