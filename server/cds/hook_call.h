// A call of a CDS Hooks client, understood.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/question.h"
#include "fhir/clinical_question.h"
#include "json/problem.h"

namespace crosscheck {

enum class Hook { order_select, order_sign, patient_view, medication_prescribe };

inline constexpr std::array<std::pair<Hook, std::string_view>, 4> kHookTokens{{
    {Hook::order_select, "order-select"},
    {Hook::order_sign, "order-sign"},
    {Hook::patient_view, "patient-view"},
    {Hook::medication_prescribe, "medication-prescribe"},
}};

constexpr std::string_view to_string(Hook hook) {
  return kHookTokens[static_cast<std::size_t>(hook)].second;
}

/// What the client may ask for in `extension` (HL7's guide PDDI-CDS).
struct HookOptions {
  bool alert_non_serious = true;        ///< Cards below major, too.
  bool show_evidence_support = true;    ///< What the sources say, in the detail.
  bool create_detected_issues = false;  ///< create-detected-issue, our own
  bool remember_alerts = false;         ///< cache-for-order-sign-filtering
  bool filter_repeated_alerts = false;  ///< filter-out-repeated-alerts
};

struct HookCall {
  Hook hook = Hook::order_select;
  Question question;
  std::vector<std::string> orders;  ///< One a medication: "MedicationRequest/17", or "".
  /// One a medication: whether findings that it has part in are shown.
  std::vector<bool> in_question;
  std::vector<LeftOut> left_out;
  /// What the client could not get, in words: "the current medications".
  std::vector<std::string> unavailable;
  /// What is wrong with single resources.
  Problems unreadable;
  HookOptions options;
  std::string patient;  ///< "Patient/5".  Never logged.
  /// Clinician, patient and encounter, for what was shown before.  Never logged.
  std::string scene;
};

}  // namespace crosscheck
