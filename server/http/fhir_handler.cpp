#include "http/fhir_handler.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "check/checker.h"
#include "fhir/check_answer.h"
#include "fhir/clinical_question.h"
#include "fhir/conformance.h"
#include "fhir/outcome_writer.h"
#include "http/media_type.h"
#include "http/reply.h"
#include "json/json_reader.h"
#include "knowledge/day.h"

namespace crosscheck {
namespace {

constexpr std::string_view kSource = "request body";
constexpr std::string_view kVersion = "fhirVersion";

void refuse(Call& call, int status, std::string_view code, std::string_view detail,
            const Problems& problems = {}) {
  reply(call.response, status, refusal_outcome(code, detail, problems), kFhirJson.data());
}

// The version of FHIR that is asked for: by Accept, else by what was sent, else R4.
// None, and the call is refused, where only others are.
std::optional<FhirVersion> accepted_version(Call& call) {
  const std::string accept = call.request.get_header_value("Accept");
  if (negotiate(accept, {kFhirJson, "application/json"}).empty()) {
    refuse(call, 406, "not-supported", "The answer comes as application/fhir+json.");
    return std::nullopt;
  }
  auto versions = parameters(accept, kVersion);
  if (versions.empty())
    versions = parameters(call.request.get_header_value("Content-Type"), kVersion);
  if (versions.empty()) return FhirVersion::r4;
  for (const std::string& version : versions) {
    if (const auto known = read_fhir_version(version)) return known;
  }
  refuse(call, 406, "not-supported", "The answer comes as FHIR 4.0 or 5.0.");
  return std::nullopt;
}

void reply_fhir(Call& call, FhirVersion version, std::string body) {
  const bool r5 = version == FhirVersion::r5;
  reply(call.response, 200, std::move(body),
        r5 ? "application/fhir+json; fhirVersion=5.0" : kFhirJson.data());
}

// Whether the document may hold what the operation reads.
bool is_resource(const nlohmann::json& document) {
  return document.is_object() && document.contains("resourceType") &&
         document["resourceType"].is_string();
}

}  // namespace

void FhirHandler::check_interactions(Call& call) const {
  if (!is_fhir_json(call.request.get_header_value("Content-Type")))
    return refuse(call, 415, "not-supported",
                  "Send the resource as application/fhir+json in UTF-8.");
  const auto version = accepted_version(call);
  if (!version) return;
  Problems problems;
  const auto document = read_json(call.body, std::string(kSource), problems);
  if (!document) return refuse(call, 400, "structure", "The body is no JSON.", problems);
  if (!is_resource(*document))
    return refuse(call, 422, "structure", "The body is no FHIR resource.");
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return refuse(call, 503, "transient", "No rules are loaded.");

  ResourceSet resources;
  resources.add(JsonNode(*document, std::string(kSource), problems));
  const std::string instant = this_moment();
  const auto today = read_date(instant);
  const ClinicalQuestion asked = read_clinical_question(*rules, resources, today->first);
  if (!asked.refusal.empty()) return refuse(call, 422, "too-costly", asked.refusal);
  const Report report = check(*rules, asked.question);
  note_report(report, metrics_);
  std::string body;
  write_check_answer(*rules, asked, report, problems, {instant, *version}, body);
  reply_fhir(call, *version, std::move(body));
}

void FhirHandler::metadata(Call& call) const {
  const auto version = accepted_version(call);
  if (!version) return;
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return refuse(call, 503, "transient", "No rules are loaded.");
  add_vary(call.response, "Accept");
  reply_fhir(call, *version,
             capability_statement(CROSSCHECK_VERSION, rules->date(), *version));
}

void FhirHandler::operation(Call& call) const {
  const auto version = accepted_version(call);
  if (!version) return;
  add_vary(call.response, "Accept");
  reply_fhir(call, *version, std::string(operation_definition()));
}

}  // namespace crosscheck
