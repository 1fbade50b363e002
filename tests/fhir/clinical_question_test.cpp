#include "fhir/clinical_question.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "fhir/told.h"

namespace crosscheck {
namespace {

std::string medication_request(const std::string& id, const std::string& drug,
                               const std::string& more = "") {
  return R"({"resourceType": "MedicationRequest", "id": ")" + id +
         R"(", "status": "active", )" + more +
         R"("medicationCodeableConcept": {"text": ")" + drug + R"("}})";
}

std::string by_reference(const std::string& reference) {
  return R"({"resourceType": "MedicationRequest", "id": "1", "status": "active",
             "medicationReference": {"reference": ")" +
         reference + R"("}})";
}

std::string bundle(const std::vector<std::string>& entries) {
  std::string all;
  for (const auto& entry : entries) all += (all.empty() ? "" : ", ") + entry;
  return R"({"resourceType": "Bundle", "type": "collection", "entry": [)" + all + "]}";
}

std::string entry(const std::string& resource, const std::string& full_url = "") {
  const std::string url = full_url.empty() ? "" : R"("fullUrl": ")" + full_url + R"(", )";
  return "{" + url + R"("resource": )" + resource + "}";
}

const std::string kMedication =
    R"({"resourceType": "Medication", "id": "m", "code": {"text": "baclofen"}})";

TEST_CASE("ResourceSet: references") {
  struct Case {
    std::string reference, full_url, expected;
  };
  const Case cases[] = {
      {"Medication/m", "", "baclofen"},
      {"Medication/m/_history/3", "", "baclofen"},
      {"https://example.org/fhir/Medication/m", "", "baclofen"},
      {"https://example.org/fhir/Medication/m/_history/3", "", "baclofen"},
      {"urn:uuid:7", "urn:uuid:7", "baclofen"},
      {"https://example.org/a?b", "https://example.org/a?b", "baclofen"},
      {"Medication/x", "https://example.org/fhir/Medication/m",
       "Medication/x; code Medication/x"},
      {"Medication/", "", "Medication/; code Medication/"},
      {"/", "", "/; code /"},
      {"m", "", "m; code m"},
      {"#m", "", "#m; code #m"},
      {"Patient/m", "", "Patient/m; code Patient/m"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.reference);
    const Lines lines = told(
        bundle({entry(by_reference(row.reference)), entry(kMedication, row.full_url)}));
    REQUIRE(!lines.empty());
    CHECK(lines[0] == "+ MedicationRequest/1: " + row.expected);
    const bool found = row.expected == "baclofen";
    CHECK(lines.size() == (found ? 1 : 2));  // nobody refers to the Medication
  }
  const std::string no_id =
      R"({"resourceType": "Medication", "code": {"text": "baclofen"}})";
  CHECK(told(bundle({entry(by_reference("Medication/m")),
                     entry(no_id, "https://example.org/Medication/m")})) ==
        Lines{"+ MedicationRequest/1: baclofen"});
}

TEST_CASE("read_clinical_question: what a document may be") {
  struct Case {
    std::string description, document;
    Lines expected;
  };
  const std::string one = medication_request("1", "baclofen");
  const Case cases[] = {
      {"null", "null", {}},
      {"a resource", one, {"+ MedicationRequest/1: baclofen"}},
      {"a Bundle without entries", bundle({}), {}},
      {"a search",
       R"({"resourceType": "Bundle", "type": "searchset", "entry": [)" + entry(one) +
           R"(], "link": [{"relation": "self"}]})",
       {"+ MedicationRequest/1: baclofen"}},
      {"a search with more pages",
       R"({"resourceType": "Bundle", "entry": [)" + entry(one) +
           R"(], "link": [{"relation": "next", "url": "u"}]})",
       {"+ MedicationRequest/1: baclofen",
        "! /link/0: expected all pages of a search; found the address of the next one"}},
      {"a Bundle in a Bundle",
       bundle({entry(bundle({entry(one)}))}),
       {"+ MedicationRequest/1: baclofen"}},
      {"no id, but a full URL",
       bundle(
           {R"({"fullUrl": "urn:uuid:9", "resource": {"resourceType": "MedicationStatement",
               "status": "active", "medicationCodeableConcept": {"text": "baclofen"}}})"}),
       {"+ urn:uuid:9: baclofen"}},
      {"an entry without a resource",
       bundle({"{}", entry(one)}),
       {"+ MedicationRequest/1: baclofen",
        "! /entry/0/resource: expected a resource; found nothing"}},
      {"an outcome in place of a resource",
       bundle({R"({"resource": {"resourceType": "OperationOutcome",
                   "issue": [{"severity": "error", "diagnostics": "timed out"}]}})"}),
       {"! /entry/0/resource: expected a resource; found an OperationOutcome: timed out"}},
      {"an outcome in a response",
       bundle({R"({"response": {"outcome": {"resourceType": "OperationOutcome",
                   "issue": [{"details": {"text": "gone"}}]}}})"}),
       {"! /entry/0/response/outcome: expected a resource; found an OperationOutcome: gone",
        "! /entry/0/resource: expected a resource; found nothing"}},
      {"Parameters",
       R"({"resourceType": "Parameters", "parameter": [
           {"name": "record", "resource": )" +
           medication_request("1", "baclofen") + R"(}, {"name": "order", "resource": )" +
           medication_request("2", "morphine") +
           R"(}, {"name": "stopping", "resource": )" +
           medication_request("3", "diazepam") +
           R"(}, {"name": "x", "part": [{"name": "y", "resource": )" +
           medication_request("4", "ibuprofen") + R"(}]}, {"name": "z"}]})",
       {"+ MedicationRequest/1: baclofen", "+ MedicationRequest/2: morphine; new",
        "+ MedicationRequest/3: diazepam; stopping", "+ MedicationRequest/4: ibuprofen",
        "! /parameter/4: expected a resource or parts; found neither"}},
      {"a Medication that is ordered",
       R"({"resourceType": "Parameters", "parameter": [{"name": "order", "resource": )" +
           kMedication + "}]}",
       {"+ Medication/m: baclofen; new"}},
      {"a Medication that nobody takes",
       kMedication,
       {"- Medication/m: baclofen (no-order)"}},
      {"no object", "[]", {"! : expected a resource; found []"}},
      {"no type",
       R"({"id": "1"})",
       {"! /resourceType: expected a non-empty string; found nothing"}},
      {"wrong types",
       R"({"resourceType": "Bundle", "entry": {"resource": {}}, "link": 4})",
       {"! /link: expected an array; found 4",
        R"(! /entry: expected an array; found {"resource":{}})"}},
      {"wrong types in entries",
       bundle(
           {"5", R"({"resource": "x"})", R"({"fullUrl": 7, "resource": )" + one + "}"}),
       {"+ MedicationRequest/1: baclofen", "! /entry/0: expected an object; found 5",
        R"(! /entry/1/resource: expected a resource; found "x")",
        "! /entry/2/fullUrl: expected a string; found 7"}},
      {"wrong types in Parameters",
       R"({"resourceType": "Parameters", "parameter": [3, {"part": 4}]})",
       {"! /parameter/0: expected an object; found 3",
        "! /parameter/1/part: expected an array; found 4",
        "! /parameter/1: expected a resource or parts; found neither"}},
  };
  for (const Case& row : cases) {
    CAPTURE(row.description);
    CHECK(told(row.document) == row.expected);
  }
}

TEST_CASE("read_clinical_question: a search that found more than it sent is not all") {
  struct Case {
    std::string members;
    std::string complaint;
  };
  const std::string one = entry(medication_request("1", "baclofen"));
  const std::string included =
      R"({"search": {"mode": "include"}, "resource": )" + kMedication + "}";
  const std::string match = R"({"search": {"mode": "match"}, "resource": )" +
                            medication_request("1", "baclofen") + "}";
  const auto fewer = [](const std::string& total, const std::string& matches) {
    return "! /total: expected as many matches as the search found, " + total +
           "; found " + matches;
  };
  const std::string search = R"("type": "searchset", )";
  const Case cases[] = {
      {search + R"("total": 5)", fewer("5", "0")},
      {search + R"("total": 5, "entry": [])", fewer("5", "0")},
      {search + R"("total": 5, "entry": [)" + one + "]", fewer("5", "1")},
      {search + R"("total": 2, "entry": [)" + match + ", " + included + "]",
       fewer("2", "1")},
      {search + R"("total": 1e99, "entry": [)" + match + "]", fewer("1e+99", "1")},
      {R"("total": 2, "entry": [)" + match + "]", fewer("2", "1")},
      {search + R"("total": "5")", R"(! /total: expected a number)"},
      {search + R"("total": -1)", R"(! /total: expected a number)"},
      {search + R"("total": 0)", ""},
      {search + R"("total": null)", ""},
      {search + R"("total": 1, "entry": [)" + match + "]", ""},
      {search + R"("total": 1, "entry": [)" + one + ", " + included + "]", ""},
      {search + R"("total": 0, "entry": [)" + one + "]", ""},
      {R"("type": "collection", "total": 5)", ""},
  };
  for (const Case& row : cases) {
    CAPTURE(row.members);
    const Lines lines = told(R"({"resourceType": "Bundle", )" + row.members + "}");
    const auto complains = [](const std::string& line) { return line.starts_with('!'); };
    const auto complaint = std::find_if(lines.begin(), lines.end(), complains);
    CHECK((complaint == lines.end()) == row.complaint.empty());
    if (complaint != lines.end()) CHECK(complaint->starts_with(row.complaint));
    CHECK(std::count_if(lines.begin(), lines.end(), complains) <= 1);
  }
}

TEST_CASE("read_clinical_question: what stands twice is asked once") {
  const std::string one = medication_request("1", "baclofen");
  const std::string other = medication_request("1", "morphine");
  CHECK(told(bundle({entry(one), entry(one)})) ==
        Lines{"+ MedicationRequest/1: baclofen",
              "- MedicationRequest/1: baclofen (repeated)"});
  CHECK(told(bundle({entry(one), entry(other)})) ==
        Lines{"+ MedicationRequest/1: baclofen", "+ MedicationRequest/1: morphine",
              "! /entry/1/resource/id: expected an id of its own; found one that another "
              "resource has"});
  CHECK(
      told(R"({"resourceType": "Parameters", "parameter": [{"name": "a", "resource": )" +
           one + R"(}, {"name": "order", "resource": )" + other + "}]}") ==
      Lines{"+ MedicationRequest/1: morphine; new",
            "- MedicationRequest/1: baclofen (replaced-by-order)"});
}

TEST_CASE(
    "read_clinical_question: medications of two patients are not mixed in silence") {
  const auto of = [](const std::string& id, const std::string& subject) {
    return entry(medication_request(
        id, "baclofen", R"("subject": {"reference": ")" + subject + R"("}, )"));
  };
  CHECK(told(bundle({of("1", "Patient/a"), of("2", "Patient/a")})).size() == 2);
  CHECK(
      told(bundle({of("1", "Patient/a"), of("2", "Patient/b")})).back() ==
      "! /entry/1/resource/subject/reference: expected one patient for all medications; "
      "found another");
  const std::string patient = R"({"resourceType": "Patient", "id": "a"})";
  CHECK(told(bundle({entry(patient, "urn:uuid:5"), of("1", "Patient/a"),
                     of("2", "urn:uuid:5"), of("3", "http://h/Patient/a")}))
            .size() == 3);
}

TEST_CASE("read_clinical_question: too many medications are refused, none dropped") {
  using namespace std::chrono;
  std::vector<std::string> entries;
  for (std::size_t i = 0; i <= kMostEntries; ++i)
    entries.push_back(entry(medication_request(std::to_string(i), "baclofen")));
  Problems problems;
  const auto json = read_json(bundle(entries), "body", problems);
  REQUIRE(json);
  ResourceSet resources;
  resources.add(JsonNode(*json, "body", problems));
  const auto rules = small_rules();
  const Day today(year(2020), June, day(30));
  CHECK(read_clinical_question(*rules, resources, today).refusal ==
        "At most 500 medications are checked at once; here are more.");
}

TEST_CASE("read_clinical_question: more resources than may be are refused, not cut off") {
  using namespace std::chrono;
  std::string entries = "{}";
  for (std::size_t i = 0; i < kMostResources; ++i) entries += ",{}";
  Problems problems;
  const auto json = read_json(R"({"resourceType": "Bundle", "entry": [)" + entries + "]}",
                              "body", problems);
  REQUIRE(json);
  ResourceSet resources;
  resources.add(JsonNode(*json, "body", problems));
  const auto rules = small_rules();
  CHECK(resources.is_too_large());
  CHECK(read_clinical_question(*rules, resources, Day(year(2020), June, day(30)))
            .refusal.starts_with("More than 20000 resources"));
}

}  // namespace
}  // namespace crosscheck
