// The body of POST /fhir/$check-interactions: it is refused, or answered whole.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "check/checker.h"
#include "fhir/check_answer.h"
#include "fhir/clinical_question.h"
#include "fuzz/targets.h"
#include "json/json_reader.h"

namespace crosscheck {
namespace {

constexpr Day kToday{std::chrono::year(2026), std::chrono::November,
                     std::chrono::day(28)};

void expect_sound_answer(const ClinicalQuestion& asked, const Report& report,
                         const Problems& problems, FhirVersion version) {
  std::string text;
  write_check_answer(fuzzed_rules(), asked, report, problems,
                     {"2026-11-28T07:00:00Z", version}, text);
  Problems faults;
  const auto answer = read_json(text, "answer", faults);
  expect(answer != nullptr, "the answer is strict JSON");
  std::size_t outcomes = 0;
  for (const auto& entry : answer->at("entry"))
    outcomes += entry.at("resource").at("resourceType") == "OperationOutcome" ? 1U : 0U;
  expect(outcomes == 1, "the answer says what was and what was not checked");
}

}  // namespace

void feed_fhir(std::string_view bytes) {
  Problems problems;
  const auto body = read_json(bytes, "request body", problems);
  if (body == nullptr || !body->is_object()) return;
  ResourceSet resources;
  resources.add(JsonNode(*body, "request body", problems));
  ClinicalQuestion asked = read_clinical_question(fuzzed_rules(), resources, kToday);
  if (!asked.refusal.empty()) return;
  expect(asked.references.size() == asked.question.medications.size(),
         "every entry has the name of its resource");
  const Report report = check(fuzzed_rules(), asked.question);
  expect_every_entry_told(asked.question, report);
  for (const FhirVersion version : {FhirVersion::r4, FhirVersion::r5})
    expect_sound_answer(asked, report, problems, version);
  expect_known_pair(asked.question);
}

}  // namespace crosscheck
