#include "http/fhir_handler.h"

#include <array>
#include <chrono>
#include <ctime>
#include <nlohmann/json.hpp>
#include <string>

#include "check/checker.h"
#include "fhir/check_answer.h"
#include "fhir/clinical_question.h"
#include "fhir/conformance.h"
#include "fhir/outcome_writer.h"
#include "http/media_type.h"
#include "http/reply.h"
#include "json/json_reader.h"

namespace crosscheck {
namespace {

constexpr std::string_view kSource = "request body";

void refuse(Call& call, int status, std::string_view code, std::string_view detail,
            const Problems& problems = {}) {
  reply(call.response, status, refusal_outcome(code, detail, problems), kFhirJson.data());
}

bool refuse_what_is_not_accepted(Call& call) {
  const std::string accept = call.request.get_header_value("Accept");
  if (!negotiate(accept, {kFhirJson, "application/json"}).empty()) return false;
  refuse(call, 406, "not-supported", "The answer comes as application/fhir+json.");
  return true;
}

// "2026-11-28T07:00:00Z"
std::string instant_now() {
  const std::time_t now =
      std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
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
  if (refuse_what_is_not_accepted(call)) return;
  Problems problems;
  const auto document = read_json(call.body, std::string(kSource), problems);
  if (!document) return refuse(call, 400, "structure", "The body is no JSON.", problems);
  if (!is_resource(*document))
    return refuse(call, 422, "structure", "The body is no FHIR resource.");
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return refuse(call, 503, "transient", "No rules are loaded.");

  ResourceSet resources;
  resources.add(JsonNode(*document, std::string(kSource), problems));
  const std::string instant = instant_now();
  const auto today = read_date(instant);
  const ClinicalQuestion asked = read_clinical_question(*rules, resources, today->first);
  if (!asked.refusal.empty()) return refuse(call, 422, "too-costly", asked.refusal);
  const Report report = check(*rules, asked.question);
  note_report(report, metrics_);
  std::string body;
  write_check_answer(*rules, asked, report, problems, instant, body);
  reply(call.response, 200, std::move(body), kFhirJson.data());
}

void FhirHandler::metadata(Call& call) const {
  if (refuse_what_is_not_accepted(call)) return;
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return refuse(call, 503, "transient", "No rules are loaded.");
  reply(call.response, 200, capability_statement(CROSSCHECK_VERSION, rules->date()),
        kFhirJson.data());
}

void FhirHandler::operation(Call& call) const {
  if (refuse_what_is_not_accepted(call)) return;
  reply(call.response, 200, std::string(operation_definition()), kFhirJson.data());
}

}  // namespace crosscheck
