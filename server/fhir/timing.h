// FHIR's Timing: how often a dose is taken.
#pragma once

#include <optional>

#include "json/json_node.h"

namespace crosscheck {

/// Times a day, from the member `timing` of a Dosage: its repeat, or its code where that
/// is one of HL7's abbreviations ("BID", "Q6H"); none where there is any doubt, which a
/// repeat and a code that disagree are.
/// Errors: reported through the node.
std::optional<double> times_a_day(const JsonNode& dosage);

}  // namespace crosscheck
