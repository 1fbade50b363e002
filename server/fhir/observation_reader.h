// Observations of a pregnancy and of breastfeeding.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/question.h"
#include "check/rules_in_force.h"
#include "fhir/fhir_date.h"
#include "fhir/left_out.h"
#include "fhir/resource_set.h"
#include "fhir/status_answer.h"

namespace crosscheck {

/// Collects Observations; of several of one kind the latest counts.
///
/// Lifetime: borrows all that it is given.
class ObservationReader {
 public:
  ObservationReader(const RulesInForce& rules, Day today)
      : rules_(rules), today_(today) {}

  /// Passes over every Observation of another kind.
  void add(const Resource& observation);

  /// Sets what the latest say; false where there was none.  One that says yes and was
  /// made more than a pregnancy ago counts no more and is left out.
  bool finish(Patient& patient, std::vector<LeftOut>& left_out) const;

 private:
  struct Seen {
    const Resource* resource = nullptr;
    std::string when;  ///< ISO 8601, or "".
    bool yes = false;
  };
  StatusAnswer read_answer(const JsonNode& node, std::string_view kind) const;
  bool is_outdated(const Seen& seen) const;

  const RulesInForce& rules_;
  Day today_;
  std::map<std::string, Seen, std::less<>> latest_;  ///< By the key of the condition.
};

}  // namespace crosscheck
