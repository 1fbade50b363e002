#include "cds/cds_service.h"

#include <algorithm>
#include <array>
#include <utility>

#include "json/json_writer.h"

namespace crosscheck {
namespace {

constexpr std::array<CdsService, 4> kServices{{
    {"crosscheck-order-select", Hook::order_select,
     "Drug interactions of a selected order",
     "Checks the selected orders against one another, the current medications, conditions and "
     "allergies."},
    {"crosscheck-order-sign", Hook::order_sign,
     "Drug interactions of the orders to be signed",
     "Checks all new orders against one another, the current medications, conditions and "
     "allergies."},
    {"crosscheck-patient-view", Hook::patient_view,
     "Drug interactions of current medications",
     "Checks the medications that the patient takes now."},
    {"crosscheck-medication-prescribe", Hook::medication_prescribe,
     "Drug interactions of a prescription (legacy hook)",
     "As for order-sign, for clients that still send medication-prescribe."},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kPrefetch{{
    {"patient", "Patient/{{context.patientId}}"},
    {kMedicationsKey,
     "MedicationRequest?patient={{context.patientId}}&status=active,on-hold"
     "&_include=MedicationRequest:medication"},
    {kStatementsKey,
     "MedicationStatement?patient={{context.patientId}}&status=active,on-hold,unknown"
     "&_include=MedicationStatement:medication"},
    {"conditions", "Condition?patient={{context.patientId}}&clinical-status=active"},
    {"allergies", "AllergyIntolerance?patient={{context.patientId}}"},
}};
constexpr std::string_view kPatientToken = "{{context.patientId}}";

void write(const CdsService& service, JsonWriter& json) {
  json.begin_object();
  json.member("hook", to_string(service.hook));
  json.member("id", service.id);
  json.member("title", service.title);
  json.member("description", service.description);
  json.begin_object("prefetch");
  for (const auto& [key, query] : kPrefetch) json.member(key, query);
  json.end_object();
  json.member("usageRequirements",
              std::string_view(
                  "The prefetch key \"medications\" must be sent, null where there are "
                  "none. Without it the answer is 412."));
  json.member("version", std::string_view("2.0"));
  json.end_object();
}

}  // namespace

std::span<const CdsService> cds_services() {
  return kServices;
}

const CdsService* find_cds_service(std::string_view id) {
  const auto found = std::find_if(kServices.begin(), kServices.end(),
                                  [&](const CdsService& one) { return one.id == id; });
  return found == kServices.end() ? nullptr : &*found;
}

std::span<const std::string_view> prefetch_keys() {
  static constexpr auto kKeys = [] {
    std::array<std::string_view, kPrefetch.size()> keys;
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = kPrefetch[i].first;
    return keys;
  }();
  return kKeys;
}

std::string prefetch_query(std::string_view key, std::string_view patient) {
  for (const auto& [known, query] : kPrefetch) {
    if (known != key) continue;
    std::string filled(query);
    return filled.replace(filled.find(kPatientToken), kPatientToken.size(), patient);
  }
  return {};
}

void write_discovery(std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  json.begin_array("services");
  for (const CdsService& service : kServices) write(service, json);
  json.end_array();
  json.end_object();
}

}  // namespace crosscheck
