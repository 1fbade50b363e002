#include "fhir/patient_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "fhir/allergy_reader.h"
#include "fhir/concept.h"
#include "fhir/observation_reader.h"

namespace crosscheck {
namespace {

// A birth date that names no day leaves a year of doubt; the rules warn of the old and
// of the young, so the old are taken for older and the young for younger.
double cautious_age(const DayRange& birth, Day today) {
  constexpr double kMiddle = 40;
  const double oldest = age_in_years(birth.first, today);
  return oldest >= kMiddle ? oldest : age_in_years(birth.last, today);
}

std::optional<double> read_age(const JsonNode& patient, Day today) {
  constexpr double kOldest = 150;
  constexpr std::string_view kExpected = "a date of birth of up to 150 years ago";
  if (!patient.has("birthDate")) return std::nullopt;
  const auto birth = read_date(patient.optional_text("birthDate"));
  if (!birth) {
    patient.report("birthDate", kExpected);
    return std::nullopt;
  }
  // The day of today may have ended where the child was born.
  const double age = cautious_age(*birth, today);
  const double earliest = age_in_years(birth->first, today);
  if (earliest > kOldest || earliest < -0.01) {
    patient.report("birthDate", kExpected);
    return std::nullopt;
  }
  // Alerts name the age; parts of a year matter to infants alone.
  constexpr double kInfant = 2;
  return age < kInfant ? std::max(age, 0.0) : std::floor(age);
}

// "" for a condition that counts.
std::string reason_not_to_count(const JsonNode& condition) {
  static constexpr std::array<std::string_view, 3> kOver{"inactive", "remission",
                                                         "resolved"};
  static constexpr std::array<std::string_view, 2> kWrong{"refuted", "entered-in-error"};
  const std::string verification = read_code(condition, "verificationStatus");
  if (std::find(kWrong.begin(), kWrong.end(), verification) != kWrong.end())
    return verification;
  const std::string clinical = read_code(condition, "clinicalStatus");
  const bool over = std::find(kOver.begin(), kOver.end(), clinical) != kOver.end();
  return over ? clinical : std::string();
}

void read_condition(const Resource& resource, Patient& patient,
                    std::vector<LeftOut>& left_out) {
  Concept condition = or_name_of(read_concept(resource.node, "code"), resource.name());
  std::string reason = reason_not_to_count(resource.node);
  if (reason.empty())
    patient.conditions.push_back(
        {std::move(condition.text), std::move(condition.codings)});
  else
    left_out.push_back({resource.name(), condition.words(), std::move(reason)});
}

}  // namespace

bool is_about_patient(std::string_view type) {
  return type == "Patient" || type == "Condition" || type == "AllergyIntolerance" ||
         type == "Observation";
}

std::optional<Patient> read_patient(const RulesInForce& rules,
                                    const ResourceSet& resources, Day today,
                                    std::vector<LeftOut>& left_out) {
  Patient patient;
  const Resource* person = nullptr;
  bool has_any = false;
  ObservationReader observations(rules, today);
  for (const Resource& resource : resources.all()) {
    if (resource.container != nullptr || !is_about_patient(resource.type)) continue;
    if (resource.type == "Observation") {
      observations.add(resource);
      continue;
    }
    has_any = true;
    // One more than may be checked is enough to refuse them all.
    if (patient.conditions.size() > kMostEntries ||
        patient.allergies.size() > kMostEntries)
      break;
    if (resource.type == "Condition") {
      read_condition(resource, patient, left_out);
    } else if (resource.type == "AllergyIntolerance") {
      read_allergy(rules, resource, patient.allergies, left_out);
    } else if (person != nullptr) {
      if (person->node.value() != resource.node.value())
        resource.node.report("", "one Patient; the first counts", "another");
    } else {
      person = &resource;
      patient.age_years = read_age(resource.node, today);
    }
  }
  if (observations.finish(patient, left_out)) has_any = true;
  if (!has_any) return std::nullopt;
  return patient;
}

}  // namespace crosscheck
