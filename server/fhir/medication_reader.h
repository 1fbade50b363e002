// FHIR's medication resources → entries of the list.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "check/question.h"
#include "check/rules_in_force.h"
#include "fhir/left_out.h"
#include "fhir/resource_set.h"

namespace crosscheck {

/// Whether a resource of `type` says that a drug is taken: MedicationRequest (or
/// MedicationOrder, its former name), MedicationStatement, MedicationAdministration,
/// MedicationDispense.
bool is_medication_use(std::string_view type);

/// What became of one resource: an entry, or the reason why not.
struct MedicationReading {
  std::optional<MedicationEntry> entry;
  LeftOut left_out;  ///< Where there is no entry.
};

/// Reads one resource of these types, or a Medication that is ordered by itself.
/// An entry is new where the role is `ordered`; it is being stopped where the role
/// is `stopping`, or where it is an order with a status that says so.  What says
/// neither that it is taken nor that it is not, is an entry: "unknown", a status
/// that is missing or unheard of.
/// Errors: reported through the node of the resource; never without a result.
MedicationReading read_medication(const RulesInForce& rules, const ResourceSet& resources,
                                  const Resource& resource, Role role);

}  // namespace crosscheck
