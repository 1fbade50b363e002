// Which drug a FHIR resource speaks of.
#pragma once

#include <string>
#include <vector>

#include "check/rules_in_force.h"
#include "fhir/concept.h"
#include "fhir/resource_set.h"

namespace crosscheck {

/// Reads the drug of medication resources.
///
/// Lifetime: borrows both.
class DrugReader {
 public:
  DrugReader(const RulesInForce& rules, const ResourceSet& resources)
      : rules_(rules), resources_(resources) {}

  /// The drug of a request, statement, dispense or administration of R4
  /// (medicationCodeableConcept, medicationReference) or R5 (medication), or of a
  /// Medication itself.  Never empty: what names no drug is called by its
  /// reference, which is not understood.
  /// A Medication whose ingredients say more than its code has them as its text,
  /// "carbidopa / levodopa", besides its codings.
  Concept read(const Resource& resource) const;

  /// What to call the drug of a resource that is left out: as read(), but a Medication
  /// without a code goes by its reference.
  std::string name(const Resource& resource) const;

 private:
  Concept read_reference(const JsonNode& reference, const Resource& from) const;
  Concept read_medication(const Resource& medication) const;
  Concept read_ingredient(const JsonNode& ingredient, const Resource& medication) const;
  std::string name_ingredients(const Resource& medication, const Concept& code) const;

  const RulesInForce& rules_;
  const ResourceSet& resources_;
  bool with_ingredients_ = true;
};

}  // namespace crosscheck
