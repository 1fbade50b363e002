#include "fhir/resource_type.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

// Both in the order of the alphabet, and filled by hand: a name a line is too long.
// clang-format off

// Of R4 and R5, and of DSTU2 and STU3 what they alone had.
constexpr std::array<std::string_view, 198> kTypes{
    "Account", "ActivityDefinition", "ActorDefinition",
    "AdministrableProductDefinition", "AdverseEvent", "AllergyIntolerance",
    "Appointment", "AppointmentResponse", "ArtifactAssessment", "AuditEvent", "Basic",
    "Binary", "BiologicallyDerivedProduct", "BiologicallyDerivedProductDispense",
    "BodySite", "BodyStructure", "Bundle", "CapabilityStatement", "CarePlan",
    "CareTeam", "CatalogEntry", "ChargeItem", "ChargeItemDefinition", "Citation",
    "Claim", "ClaimResponse", "ClinicalImpression", "ClinicalUseDefinition",
    "CodeSystem", "Communication", "CommunicationRequest", "CompartmentDefinition",
    "Composition", "ConceptMap", "Condition", "ConditionDefinition", "Conformance",
    "Consent", "Contract", "Coverage", "CoverageEligibilityRequest",
    "CoverageEligibilityResponse", "DataElement", "DetectedIssue", "Device",
    "DeviceAssociation", "DeviceComponent", "DeviceDefinition", "DeviceDispense",
    "DeviceMetric", "DeviceRequest", "DeviceUsage", "DeviceUseRequest",
    "DeviceUseStatement", "DiagnosticOrder", "DiagnosticReport", "DocumentManifest",
    "DocumentReference", "EffectEvidenceSynthesis", "EligibilityRequest",
    "EligibilityResponse", "Encounter", "EncounterHistory", "Endpoint",
    "EnrollmentRequest", "EnrollmentResponse", "EpisodeOfCare", "EventDefinition",
    "Evidence", "EvidenceReport", "EvidenceVariable", "ExampleScenario",
    "ExpansionProfile", "ExplanationOfBenefit", "FamilyMemberHistory", "Flag",
    "FormularyItem", "GenomicStudy", "Goal", "GraphDefinition", "Group",
    "GuidanceResponse", "HealthcareService", "ImagingManifest",
    "ImagingObjectSelection", "ImagingSelection", "ImagingStudy", "Immunization",
    "ImmunizationEvaluation", "ImmunizationRecommendation", "ImplementationGuide",
    "Ingredient", "InsurancePlan", "InventoryItem", "InventoryReport", "Invoice",
    "Library", "Linkage", "List", "Location", "ManufacturedItemDefinition", "Measure",
    "MeasureReport", "Media", "Medication", "MedicationAdministration",
    "MedicationDispense", "MedicationKnowledge", "MedicationOrder", "MedicationRequest",
    "MedicationStatement", "MedicinalProduct", "MedicinalProductAuthorization",
    "MedicinalProductContraindication", "MedicinalProductDefinition",
    "MedicinalProductIndication", "MedicinalProductIngredient",
    "MedicinalProductInteraction", "MedicinalProductManufactured",
    "MedicinalProductPackaged", "MedicinalProductPharmaceutical",
    "MedicinalProductUndesirableEffect", "MessageDefinition", "MessageHeader",
    "MolecularSequence", "NamingSystem", "NutritionIntake", "NutritionOrder",
    "NutritionProduct", "Observation", "ObservationDefinition", "OperationDefinition",
    "OperationOutcome", "Order", "OrderResponse", "Organization",
    "OrganizationAffiliation", "PackagedProductDefinition", "Parameters", "Patient",
    "PaymentNotice", "PaymentReconciliation", "Permission", "Person", "PlanDefinition",
    "Practitioner", "PractitionerRole", "Procedure", "ProcedureRequest",
    "ProcessRequest", "ProcessResponse", "Provenance", "Questionnaire",
    "QuestionnaireResponse", "ReferralRequest", "RegulatedAuthorization",
    "RelatedPerson", "RequestGroup", "RequestOrchestration", "Requirements",
    "ResearchDefinition", "ResearchElementDefinition", "ResearchStudy",
    "ResearchSubject", "RiskAssessment", "RiskEvidenceSynthesis", "Schedule",
    "SearchParameter", "Sequence", "ServiceDefinition", "ServiceRequest", "Slot",
    "Specimen", "SpecimenDefinition", "StructureDefinition", "StructureMap",
    "Subscription", "SubscriptionStatus", "SubscriptionTopic", "Substance",
    "SubstanceDefinition", "SubstanceNucleicAcid", "SubstancePolymer",
    "SubstanceProtein", "SubstanceReferenceInformation", "SubstanceSourceMaterial",
    "SubstanceSpecification", "SupplyDelivery", "SupplyRequest", "Task",
    "TerminologyCapabilities", "TestPlan", "TestReport", "TestScript", "Transport",
    "ValueSet", "VerificationResult", "VisionPrescription",
};

constexpr std::array<std::string_view, 16> kCompanions{
    "CareTeam", "Device", "Encounter", "EpisodeOfCare", "Group", "HealthcareService",
    "List", "Location", "OperationOutcome", "Organization", "Patient", "Person",
    "Practitioner", "PractitionerRole", "Provenance", "RelatedPerson",
};

// clang-format on

static_assert(std::is_sorted(kTypes.begin(), kTypes.end()));
static_assert(std::is_sorted(kCompanions.begin(), kCompanions.end()));

}  // namespace

bool is_resource_type(std::string_view type) {
  return std::binary_search(kTypes.begin(), kTypes.end(), type);
}

bool accompanies_medications(std::string_view type) {
  return std::binary_search(kCompanions.begin(), kCompanions.end(), type);
}

}  // namespace crosscheck
