// FHIR's DetectedIssue: one finding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/question.h"
#include "check/report.h"
#include "check/rules_in_force.h"
#include "fhir/fhir_version.h"
#include "json/json_writer.h"

namespace crosscheck {

/// What all findings of one answer have in common.
///
/// Lifetime: borrows all but the text of the patient.
struct IssueScene {
  const RulesInForce& rules;
  const std::vector<MedicationEntry>& medications;
  const std::vector<std::string>& references;  ///< One a medication, or "".
  std::string patient = {};                    ///< "Patient/5", or "".
  std::string_view instant = {};               ///< "2026-11-28T07:00:00Z"
  FhirVersion version = FhirVersion::r4;
  /// What stands before "/v1/rules/…"; none: rules are not referred to.
  std::optional<std::string_view> service = std::nullopt;
};

/// Writes one resource for each finding.
///
/// Lifetime: borrows both.
class DetectedIssueWriter {
 public:
  DetectedIssueWriter(const IssueScene& scene, JsonWriter& json)
      : scene_(scene), json_(json) {}

  void write(const InteractionAlert& alert);
  void write(const PrecautionAlert& alert);
  void write(const CumulativeAlert& alert);
  void write(const Duplicate& duplicate);

 private:
  struct Finding;
  void write(const Finding& finding);
  void write_code(const Finding& finding);
  void write_implicated(std::vector<std::size_t> positions);
  void write_evidence(const std::vector<const Statement*>& rules);
  void write_management(const std::string& management);

  const IssueScene& scene_;
  JsonWriter& json_;
};

}  // namespace crosscheck
