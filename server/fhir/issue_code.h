// What kind of thing was detected, in HL7's words.
#pragma once

#include <string_view>

#include "knowledge/precaution.h"
#include "knowledge/severity.h"

namespace crosscheck {

/// A code of http://terminology.hl7.org/CodeSystem/v3-ActCode; no code where that
/// system has none that fits, then `display` stands alone.
struct IssueCode {
  std::string_view code;
  std::string_view display;
};

inline constexpr IssueCode kDrugInteraction{"DRG", "Drug Interaction Alert"};
inline constexpr IssueCode kDuplicateTherapy{"DUPTHPY", "Duplicate Therapy Alert"};
IssueCode issue_code(PrecautionKind kind);

/// "high", "moderate" or "low".
std::string_view issue_severity(Severity severity);

}  // namespace crosscheck
