#include "fhir/clinical_question.h"

#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "fhir/drug_reader.h"
#include "fhir/medication_reader.h"
#include "fhir/patient_reader.h"
#include "fhir/resource_type.h"

namespace crosscheck {
namespace {

using nlohmann::literals::operator""_json_pointer;

class ClinicalQuestionReader {
 public:
  ClinicalQuestionReader(const RulesInForce& rules, const ResourceSet& resources)
      : rules_(rules), resources_(resources) {}

  ClinicalQuestion read(Day today) {
    if (resources_.is_too_large()) {
      result_.refusal = "More than " + std::to_string(kMostResources) +
                        " resources; send the medications and what matters to them.";
      return std::move(result_);
    }
    for (const Resource& resource : resources_.all()) {
      if (is_own(resource)) standing_.try_emplace(resource.reference, &resource);
      note_drug(resource);
    }
    for (const Resource& resource : resources_.all()) {
      if (is_own(resource) && resource.role != Role::on_file)
        standing_[resource.reference] = &resource;
    }
    for (const Resource& resource : resources_.all()) {
      if (resource.container == nullptr) read_one(resource);
    }
    result_.question.patient = read_patient(rules_, resources_, today, result_.left_out);
    if (result_.patient.empty()) result_.patient = subject_;
    refuse_what_is_too_long();
    return std::move(result_);
  }

 private:
  static bool is_own(const Resource& resource) {
    return resource.container == nullptr && !resource.reference.empty() &&
           is_medication_use(resource.type);
  }

  // Remembers the Medication that a use of one refers to.
  void note_drug(const Resource& resource) {
    if (!is_medication_use(resource.type)) return;
    const nlohmann::json& value = resource.node.value();
    for (const auto& pointer : {"/medicationReference/reference"_json_pointer,
                                "/medication/reference/reference"_json_pointer}) {
      if (!value.contains(pointer) || !value.at(pointer).is_string()) continue;
      const auto& reference = value.at(pointer).get_ref<const std::string&>();
      referenced_.insert(resources_.resolve(reference, resource));
    }
  }

  void read_one(const Resource& resource) {
    if (resource.type == "Patient" && result_.patient.empty())
      result_.patient = resource.reference;
    if (is_medication_use(resource.type)) {
      read_subject(resource);
      if (!is_repeated(resource)) read_use(resource);
    } else if (resource.type == "Medication") {
      read_medication_alone(resource);
    } else if (!is_resource_type(resource.type)) {
      // A medication perhaps, whose type is misspelt or unknown here.
      if (!resource.type.empty())
        resource.node.report("resourceType", "a type that FHIR knows");
    } else if (!is_about_patient(resource.type)) {
      ++result_.other_types[resource.type];
    }
  }

  void read_use(const Resource& resource) {
    // One more than may be checked is enough to refuse them all.
    if (result_.question.medications.size() > kMostEntries) return;
    MedicationReading reading =
        read_medication(rules_, resources_, resource, resource.role);
    if (!reading.entry) {
      result_.left_out.push_back(std::move(reading.left_out));
      return;
    }
    result_.question.medications.push_back(std::move(*reading.entry));
    result_.references.push_back(resource.reference);
  }

  // Two resources may share an id by mistake; then both are read.
  bool is_repeated(const Resource& resource) {
    const auto standing = standing_.find(resource.reference);
    if (standing == standing_.end() || standing->second == &resource) return false;
    const Resource& first = *standing->second;
    const bool other_server = !first.full_url.empty() && !resource.full_url.empty() &&
                              first.full_url != resource.full_url;
    if (other_server) return false;
    const bool ordered = first.role != Role::on_file && resource.role == Role::on_file;
    if (!ordered && first.node.value() != resource.node.value()) return false;
    const std::string words = DrugReader(rules_, resources_).name(resource);
    result_.left_out.push_back(
        {resource.reference, words, ordered ? "replaced-by-order" : "repeated"});
    return true;
  }

  void read_medication_alone(const Resource& resource) {
    if (resource.role != Role::on_file)
      read_use(resource);
    else if (referenced_.count(&resource) == 0)
      result_.left_out.push_back(
          {resource.name(), DrugReader(rules_, resources_).name(resource), "no-order"});
  }

  void read_subject(const Resource& resource) {
    for (const std::string_view key : {"subject", "patient"}) {
      const auto subject = resource.node.optional_object(key);
      std::string reference = subject ? subject->optional_text("reference") : "";
      if (reference.empty()) continue;
      if (const Resource* known = resources_.resolve(reference, resource))
        reference = known->name();
      if (subject_.empty())
        subject_ = std::move(reference);
      else if (reference != subject_)
        subject->report("reference", "one patient for all medications", "another");
    }
  }

  void refuse_what_is_too_long() {
    const Question& question = result_.question;
    const auto look = [this](const std::string& what, std::size_t size) {
      if (size > kMostEntries)
        result_.refusal = "At most " + std::to_string(kMostEntries) + " " + what +
                          " are checked at once; here are more.";
    };
    look("medications", question.medications.size());
    if (!question.patient) return;
    look("conditions", question.patient->conditions.size());
    look("allergies", question.patient->allergies.size());
  }

  const RulesInForce& rules_;
  const ResourceSet& resources_;
  std::unordered_map<std::string, const Resource*> standing_;
  std::unordered_set<const Resource*> referenced_;
  std::string subject_;  ///< Of the first medication that has one.
  ClinicalQuestion result_;
};

}  // namespace

ClinicalQuestion read_clinical_question(const RulesInForce& rules,
                                        const ResourceSet& resources, Day today) {
  return ClinicalQuestionReader(rules, resources).read(today);
}

}  // namespace crosscheck
