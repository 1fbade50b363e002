// What interactions and precautions have in common.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "knowledge/evidence.h"
#include "knowledge/local_policy.h"
#include "knowledge/severity.h"

namespace crosscheck {

/// One statement of knowledge as a pack makes it.  A plain value.
struct Statement {
  std::string id;  ///< Unique in all packs, and never reused.
  Severity severity = Severity::moderate;
  /// Whether the alert may stop a prescriber's work until it is answered, or is
  /// only shown beside it.  Says nothing about how bad it is.
  bool interruptive = false;
  std::vector<std::string> effects;  ///< Keys of clinical effects.
  std::string mechanism;             ///< Empty where no source gives one.
  std::string management;            ///< What to do: one or two imperative sentences.
  std::vector<Evidence> evidence;    ///< At least one; all sources, also in conflict.
  std::string consumer = {};  ///< The same for the patient, in plain sentences; or "".
  std::optional<LocalChange> local = {};  ///< Set where a local policy changed it.
};

}  // namespace crosscheck
