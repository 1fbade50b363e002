// How a FHIR resource says that a drug is taken.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/question.h"
#include "json/json_node.h"
#include "naming/recogniser.h"

namespace crosscheck {

/// What a list of Dosages says as a whole.
struct Dosage {
  std::string route;  ///< A route as text; "" where none is said, or several.
  std::optional<DailyDose> daily_dose;  ///< Only where it is beyond doubt.
};

/// Reads elements of type Dosage (dosageInstruction, dosage).  The daily dose is
/// that of doses given as a mass so many times in so much time, no ranges; doses
/// of the same step are added up, and of several steps the largest counts.
/// Errors: reported through the nodes; several routes are, too.
Dosage read_dosages(const Recogniser& recogniser, const std::vector<JsonNode>& dosages);

}  // namespace crosscheck
