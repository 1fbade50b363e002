#include "fhir/conformance.h"

#include "json/json_writer.h"

namespace crosscheck {
namespace {

// One system-level operation; relative addresses are those of this service.
constexpr std::string_view kRest = R"([{"mode": "server",
  "documentation": "One operation, which keeps nothing. What it reads may be R4 or R5; it answers in R4, or in R5 where the media type says fhirVersion=5.0.",
  "operation": [{"name": "check-interactions",
    "definition": "/fhir/OperationDefinition/check-interactions"}]}])";

constexpr std::string_view kOperation = R"({
  "resourceType": "OperationDefinition",
  "id": "check-interactions",
  "url": "/fhir/OperationDefinition/check-interactions",
  "name": "CheckInteractions",
  "title": "Check a medication list for interactions",
  "status": "active",
  "kind": "operation",
  "affectsState": false,
  "code": "check-interactions",
  "description": "Reads the medications of one patient, and what is known of the patient, and answers with a Bundle: a DetectedIssue for each finding, and an OperationOutcome that says what was checked, by which rules, and what was not. The body is Parameters, or a Bundle of any type, whose resources then stand for the parameter record.",
  "system": true,
  "type": false,
  "instance": false,
  "parameter": [
    {"name": "record", "use": "in", "min": 0, "max": "*", "type": "Resource",
     "documentation": "What is on file: a resource or a Bundle. MedicationRequest, MedicationStatement, MedicationAdministration, MedicationDispense, Medication, Patient, Condition, AllergyIntolerance, and Observation of a pregnancy or of breastfeeding."},
    {"name": "order", "use": "in", "min": 0, "max": "*", "type": "Resource",
     "documentation": "What is being ordered now. An order with the status stopped or cancelled is being stopped now; it stands for one with the same id on file."},
    {"name": "stopping", "use": "in", "min": 0, "max": "*", "type": "Resource",
     "documentation": "What is being stopped now, without a taper."},
    {"name": "return", "use": "out", "min": 1, "max": "1", "type": "Bundle",
     "documentation": "A collection of DetectedIssue and one OperationOutcome. It is never empty; no DetectedIssue does not mean no risk."}
  ]
})";

}  // namespace

std::string capability_statement(std::string_view version, std::string_view date,
                                 FhirVersion fhir_version) {
  std::string body;
  JsonWriter json(body);
  json.begin_object();
  json.member("resourceType", std::string_view("CapabilityStatement"));
  json.member("status", std::string_view("active"));
  json.member("date", date);
  json.member("kind", std::string_view("instance"));
  json.begin_object("software");
  json.member("name", std::string_view("crosscheck"));
  json.member("version", version);
  json.end_object();
  json.begin_object("implementation");
  json.member("description", std::string_view("A drug-interaction checker."));
  json.end_object();
  const bool r5 = fhir_version == FhirVersion::r5;
  json.member("fhirVersion", std::string_view(r5 ? "5.0.0" : "4.0.1"));
  json.begin_array("format");
  json.string("application/fhir+json");
  json.string("json");
  json.end_array();
  json.key("rest");
  json.raw(kRest);
  json.end_object();
  return body;
}

std::string_view operation_definition() {
  return kOperation;
}

}  // namespace crosscheck
