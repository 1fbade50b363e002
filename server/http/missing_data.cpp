#include "http/missing_data.h"

#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "cds/cds_service.h"
#include "ehr/fhir_inquiry.h"
#include "http/bearer.h"

namespace crosscheck {
namespace {

using nlohmann::literals::operator""_json_pointer;

std::string text_at(const nlohmann::json& call, const nlohmann::json::json_pointer& at) {
  return call.contains(at) && call.at(at).is_string() ? call.at(at).get<std::string>()
                                                      : std::string();
}

// None: there is one that cannot be sent.
std::optional<std::string> token_of(const nlohmann::json& call) {
  if (!call.contains("fhirAuthorization") || call.at("fhirAuthorization").is_null())
    return "";
  std::string token = text_at(call, "/fhirAuthorization/access_token"_json_pointer);
  const std::string type = text_at(call, "/fhirAuthorization/token_type"_json_pointer);
  const bool is_sound =
      !token.empty() && FhirInquiry::is_token(token) && (type.empty() || is_bearer(type));
  return is_sound ? std::optional(std::move(token)) : std::nullopt;
}

bool has_room(const nlohmann::json& call) {
  const auto prefetch = call.find("prefetch");
  return prefetch == call.end() || prefetch->is_null() || prefetch->is_object();
}

}  // namespace

FetchResult MissingData::complete(nlohmann::json& call) const {
  const FetchResult result = ask_all(call);
  metrics_.count_fhir_call(to_string(result));
  return result;
}

FetchResult MissingData::ask_all(nlohmann::json& call) const {
  const std::string server = text_at(call, "/fhirServer"_json_pointer);
  if (server.empty()) return FetchResult::no_server;
  const auto base = servers_.find(server);
  if (!base) return FetchResult::not_listed;
  const std::string patient = text_at(call, "/context/patientId"_json_pointer);
  const auto token = token_of(call);
  if (!token || !FhirInquiry::is_id(patient) || !has_room(call))
    return FetchResult::bad_request;
  const FhirServers::Place place(servers_);
  if (!place.is_taken()) return FetchResult::busy;
  FhirInquiry inquiry(*base, *token,
                      std::chrono::steady_clock::now() + servers_.time_out());
  FhirAnswer medications = inquiry.ask(prefetch_query(kMedicationsKey, patient));
  if (medications.result != FetchResult::answered) return medications.result;
  nlohmann::json& prefetch = call["prefetch"];
  prefetch[std::string(kMedicationsKey)] = std::move(*medications.resource);
  for (const std::string_view key : prefetch_keys()) {
    if (prefetch.contains(key)) continue;
    FhirAnswer answer = inquiry.ask(prefetch_query(key, patient));
    if (answer.result == FetchResult::answered)
      prefetch[std::string(key)] = std::move(*answer.resource);
    else
      prefetch[std::string(key)] = {{"resourceType", "OperationOutcome"}};
  }
  return FetchResult::answered;
}

}  // namespace crosscheck
