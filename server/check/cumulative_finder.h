// Finds the effects that several drugs of a list add up to.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "check/medication.h"
#include "check/report.h"
#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// Every effect whose total over `medications` reaches one of its limits, worst
/// first, then by id.
///
/// An ingredient counts once, with its largest amount, and only where it is not
/// given by a local route.  At least two ingredients in two entries must add to
/// it, and a patient whose age is known must be of the age that it concerns.
/// Where only two entries do, and one of `interactions` says the same of
/// them, it is not said again.
std::vector<CumulativeAlert> find_cumulative_effects(
    const KnowledgeBase& knowledge, std::span<const Medication> medications,
    std::optional<double> age_years, std::span<const InteractionAlert> interactions);

}  // namespace crosscheck
