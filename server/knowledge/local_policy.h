// What the house that runs the service decided about a rule or a pair of drugs.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "knowledge/participant.h"
#include "knowledge/severity.h"

namespace crosscheck {

/// Who changed something, when and why.
struct Decision {
  std::string reason;
  std::string author;
  std::string date;  ///< ISO 8601 date.
};

/// Another severity, or whether it interrupts, for one rule or for every
/// interaction between two participants.  A plain value.
struct LocalPolicy {
  std::string rule;                                   ///< An id; "" for a pair.
  std::optional<std::array<Participant, 2>> between;  ///< Only without a rule.
  std::optional<Severity> severity;                   ///< At least one of the two.
  std::optional<bool> interruptive;
  Decision decision;
};

/// What a statement was before a local policy changed it.
struct LocalChange {
  Severity original_severity = Severity::moderate;
  bool original_interruptive = false;
  Decision decision;
};

}  // namespace crosscheck
