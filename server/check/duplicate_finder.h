// Finds what a medication list has twice.
#pragma once

#include <span>
#include <vector>

#include "check/medication.h"
#include "check/report.h"
#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// Every ingredient that is in more than one entry, and every class of which
/// nobody should take two members that has several, in list order.  For a class,
/// entries given by a local route (eye drops, creams) do not count, nor do the
/// ingredients of one entry beside one another.
std::vector<Duplicate> find_duplicates(const KnowledgeBase& knowledge,
                                       std::span<const Medication> medications);

}  // namespace crosscheck
