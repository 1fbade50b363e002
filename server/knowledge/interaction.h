// What is known about two drugs, or classes of drugs, taken together.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "knowledge/evidence.h"
#include "knowledge/participant.h"
#include "knowledge/severity.h"

namespace crosscheck {

/// One interaction as a pack states it.  A plain value.
struct Interaction {
  std::string id;                      ///< Unique in all packs, and never reused.
  std::array<Participant, 2> between;  ///< The order carries no meaning.
  Severity severity = Severity::moderate;
  std::vector<std::string> effects;  ///< Keys of clinical effects, at least one.
  std::string mechanism;             ///< Empty where no source gives one.
  std::string management;            ///< What to do: one or two imperative sentences.
  std::vector<Evidence> evidence;    ///< At least one; all sources, also in conflict.
};

}  // namespace crosscheck
