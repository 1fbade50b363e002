#include "hook_bench.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cds/card_maker.h"
#include "cds/card_writer.h"
#include "cds/cds_service.h"
#include "cds/hook_reader.h"
#include "check/checker.h"
#include "json/json_reader.h"

namespace crosscheck {
namespace {

using nlohmann::json;

constexpr const char* kRxnorm = "http://www.nlm.nih.gov/research/umls/rxnorm";

// Names as orders have them, and what the same is called in RxNorm.
const std::vector<std::pair<const char*, const char*>> kDrugs{
    {"lisinopril 10 MG Oral Tablet", "29046"},
    {"metformin hydrochloride 500 MG Oral Tablet", "6809"},
    {"atorvastatin 20 MG Oral Tablet", "83367"},
    {"baclofen 10 MG Oral Tablet", "1292"},
    {"diazepam 5 MG Oral Tablet", "3322"},
    {"sertraline 50 MG Oral Tablet", "36437"},
    {"ibuprofen 400 MG Oral Tablet", "5640"},
    {"levothyroxine sodium 75 MCG Oral Tablet", "10582"},
    {"amitriptyline hydrochloride 25 MG Oral Tablet", "704"},
    {"furosemide 40 MG Oral Tablet", "4603"},
    {"lithium carbonate 300 MG Oral Capsule", "6448"},
    {"amlodipine 5 MG Oral Tablet", "17767"},
    {"gabapentin 300 MG Oral Capsule", "25480"},
    {"oxycodone hydrochloride 5 MG Oral Tablet", "7804"},
    {"insulin glargine 100 UNT/ML Injectable Solution", "274783"},
    {"haloperidol 2 MG Oral Tablet", "5093"},
    {"carbidopa 25 MG / levodopa 100 MG Oral Tablet", "197443"},
    {"acetaminophen 500 MG Oral Tablet", "161"},
    {"omeprazole 20 MG Delayed Release Oral Capsule", "7646"},
    {"tizanidine 4 MG Oral Tablet", "57258"}};
const std::vector<std::pair<const char*, const char*>> kDrafts{
    {"phenelzine 15 MG Oral Tablet", "8123"},
    {"morphine sulfate 15 MG Oral Tablet", "7052"},
    {"lorazepam 1 MG Oral Tablet", "6470"},
    {"propranolol 40 MG Oral Tablet", "8787"},
    {"cyclobenzaprine hydrochloride 10 MG Oral Tablet", "21949"}};

json request(const std::string& id, const char* status, const char* name,
             const char* code) {
  return {
      {"resourceType", "MedicationRequest"},
      {"id", id},
      {"meta", {{"versionId", "3"}, {"lastUpdated", "2026-11-20T10:21:34.000+00:00"}}},
      {"status", status},
      {"intent", "order"},
      {"medicationCodeableConcept",
       {{"coding",
         json::array({{{"system", kRxnorm}, {"code", code}, {"display", name}}})},
        {"text", name}}},
      {"subject", {{"reference", "Patient/p"}, {"display", "A Patient"}}},
      {"encounter", {{"reference", "Encounter/e"}}},
      {"authoredOn", "2026-10-02"},
      {"requester", {{"reference", "Practitioner/1"}, {"display", "A Doctor"}}},
      {"dosageInstruction",
       json::array(
           {{{"sequence", 1},
             {"text", "Take one by mouth twice a day"},
             {"timing",
              {{"repeat", {{"frequency", 2}, {"period", 1}, {"periodUnit", "d"}}}}},
             {"route",
              {{"coding", json::array({{{"system", "http://snomed.info/sct"},
                                        {"code", "26643006"},
                                        {"display", "Oral use"}}})}}},
             {"doseAndRate",
              json::array({{{"doseQuantity", {{"value", 1}, {"unit", "tablet"}}}}})}}})}};
}

json bundle(const char* type, const std::vector<json>& resources) {
  json entries = json::array();
  for (const json& resource : resources)
    entries.push_back({{"fullUrl", "https://ehr.example.org/fhir/" +
                                       resource["resourceType"].get<std::string>() + "/" +
                                       resource["id"].get<std::string>()},
                       {"resource", resource}});
  return {{"resourceType", "Bundle"}, {"type", type}, {"entry", entries}};
}

std::vector<json> named(const char* type, const std::vector<const char*>& names) {
  std::vector<json> all;
  for (const char* const name : names)
    all.push_back({{"resourceType", type},
                   {"id", "r" + std::to_string(all.size())},
                   {"clinicalStatus", {{"coding", json::array({{{"code", "active"}}})}}},
                   {"code", {{"text", name}}}});
  return all;
}

std::string hook_body() {
  std::vector<json> taken, drafts;
  for (const auto& [name, code] : kDrugs)
    taken.push_back(request("m" + std::to_string(taken.size()), "active", name, code));
  for (const auto& [name, code] : kDrafts)
    drafts.push_back(request("d" + std::to_string(drafts.size()), "draft", name, code));
  const json call{
      {"hook", "order-sign"},
      {"hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"},
      {"context",
       {{"userId", "Practitioner/1"},
        {"patientId", "p"},
        {"draftOrders", bundle("collection", drafts)}}},
      {"prefetch",
       {{"patient",
         {{"resourceType", "Patient"}, {"id", "p"}, {"birthDate", "1948-03-02"}}},
        {"medications", bundle("searchset", taken)},
        {"conditions",
         bundle("searchset",
                named("Condition", {"renal impairment", "hypertension", "epilepsy",
                                    "diabetes mellitus", "depression", "asthma",
                                    "Parkinson's disease", "a condition nobody knows"}))},
        {"allergies",
         bundle("searchset", named("AllergyIntolerance", {"penicillin", "codeine"}))}}}};
  return call.dump();
}

// Of the processor, not of the clock on the wall: what else the machine does is no part
// of it.
double microseconds_each(const std::function<void()>& work) {
  constexpr int kRounds = 200, kRepeats = 5;
  double best = 1e300;
  for (int repeat = 0; repeat < kRepeats; ++repeat) {
    const std::clock_t begun = std::clock();
    for (int i = 0; i < kRounds; ++i) work();
    const double spent = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
    best = std::min(best, spent * 1e6 / kRounds);
  }
  return best;
}

}  // namespace

void time_hook_call(const RulesInForce& rules) {
  const std::string body = hook_body();
  const CdsService& service = *find_cds_service("crosscheck-order-sign");
  const Day day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const CardScene scene{"2026-11-28T07:00:00Z", "https://check.example.org"};
  const NewUuid uuid = [] { return std::string("3b0f6a0c-1f0e-4d7c-9b4a-6d2a4a3c9d11"); };
  Problems problems;
  std::string out;
  const auto document = read_json(body, "request body", problems);
  const auto read = [&] {
    return read_hook_call(service, rules, *document, day, problems);
  };
  const HookCall call = *read().call;
  const Report answer = check(rules, call.question);
  const std::vector<Card> cards = make_cards(rules, call, answer, scene, uuid);
  const auto time = [](const char* what, const std::function<void()>& work) {
    std::printf("%-46s %10.0f us\n", what, microseconds_each(work));
  };
  time("hook call: read JSON", [&] { read_json(body, "request body", problems); });
  time("hook call: read FHIR", [&] { read(); });
  time("hook call: check 25 medications", [&] { check(rules, call.question); });
  time("hook call: make cards", [&] { make_cards(rules, call, answer, scene, uuid); });
  const auto write = [&](const std::vector<Card>& made) {
    out.clear();
    write_cards(rules, made, {scene.public_url, 0}, out);
  };
  time("hook call: write cards", [&] { write(cards); });
  time("hook call: all of it", [&] {
    const auto json = read_json(body, "request body", problems);
    const HookReading all = read_hook_call(service, rules, *json, day, problems);
    write(make_cards(rules, *all.call, check(rules, all.call->question), scene, uuid));
  });
  std::printf("%-46s %10zu bytes in, %zu cards, %zu bytes out\n", "the hook call",
              body.size(), cards.size(), out.size());
}

}  // namespace crosscheck
