// The body of a CDS Hooks call → what is asked.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

#include "cds/cds_service.h"
#include "cds/hook_call.h"
#include "check/rules_in_force.h"
#include "fhir/fhir_date.h"
#include "json/problem.h"

namespace crosscheck {

struct HookReading {
  std::optional<HookCall> call;  ///< None: there are problems, or data is missing.
  /// The current medications were not sent at all, which is not the same as none.
  bool lacks_medications = false;
};

/// Reads a call of `service`.  Drafts that are no medications are passed over, unless
/// FHIR does not know their type; a draft without a drug, or with one that nobody knows,
/// is an entry all the same.
/// Errors: appended to `problems`, for what the standard requires; what is wrong with
/// single resources is in HookCall::unreadable, and the rest is checked.
HookReading read_hook_call(const CdsService& service, const RulesInForce& rules,
                           const nlohmann::json& body, Day today, Problems& problems);

}  // namespace crosscheck
