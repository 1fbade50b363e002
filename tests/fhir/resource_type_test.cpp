#include "fhir/resource_type.h"

#include <doctest/doctest.h>

#include "fhir/medication_reader.h"

namespace crosscheck {
namespace {

TEST_CASE("is_resource_type: in the very letters of FHIR") {
  for (const char* type :
       {"MedicationRequest", "MedicationOrder", "MedicationStatement", "Medication",
        "MedicationAdministration", "MedicationDispense", "MedicationKnowledge",
        "Account", "VisionPrescription", "Bundle", "Parameters", "Observation"}) {
    CAPTURE(type);
    CHECK(is_resource_type(type));
  }
  for (const char* type :
       {"", "medicationRequest", "Medicationrequest", "MedicationUsage",
        "MedicationReques", "MedicationRequests", " Account", "Zoo"}) {
    CAPTURE(type);
    CHECK(!is_resource_type(type));
  }
}

TEST_CASE("accompanies_medications: no medication, and a type of FHIR") {
  for (const char* type : {"Patient", "Practitioner", "CareTeam", "RelatedPerson"}) {
    CAPTURE(type);
    CHECK(accompanies_medications(type));
    CHECK(is_resource_type(type));
    CHECK(!is_medication_use(type));
  }
  for (const char* type : {"Observation", "Condition", "MedicationRequest", "patient"}) {
    CAPTURE(type);
    CHECK(!accompanies_medications(type));
  }
}

}  // namespace
}  // namespace crosscheck
