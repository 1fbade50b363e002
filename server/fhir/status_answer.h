// What an Observation of a pregnancy or of breastfeeding answers.
#pragma once

#include <optional>

#include "fhir/concept.h"

namespace crosscheck {

enum class StatusAnswer {
  yes,
  maybe,  ///< Not confirmed, or possible.
  no,
  unknown  ///< Nobody knows, and it says so.
};

/// The answer that the codes of a value give; of several the one that asks for most care.
/// None where no code is known.
std::optional<StatusAnswer> read_status_answer(const Concept& value);

}  // namespace crosscheck
