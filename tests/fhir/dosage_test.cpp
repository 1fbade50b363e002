#include "fhir/dosage.h"

#include <doctest/doctest.h>

#include "fhir/told.h"

namespace crosscheck {
namespace {

// The line of a request with these dosages, without the drug; problems follow.
std::string dosage(const std::string& dosages) {
  const Lines lines = told(
      R"({"resourceType": "MedicationRequest", "status": "active", "dosageInstruction": [)" +
      dosages + R"(], "medicationCodeableConcept": {"text": "baclofen"}})");
  std::string all;
  for (const auto& line : lines) all += (all.empty() ? "" : "\n") + line;
  const std::string drug = "+ : baclofen";
  return all.starts_with(drug) ? all.substr(drug.size()) : all;
}

std::string dose(const std::string& quantity, const std::string& repeat,
                 const std::string& more = "") {
  return R"({"doseAndRate": [{"doseQuantity": {)" + quantity +
         R"(}}], "timing": {"repeat": {)" + repeat + "}}" + more + "}";
}

const std::string kThreeTimes = R"("frequency": 3, "period": 1, "periodUnit": "d")";
const std::string kTenMg = R"("value": 10, "unit": "mg")";

TEST_CASE("read_dosages: the daily dose, only where it is beyond doubt") {
  struct Case {
    std::string dosages, expected;
  };
  const Case cases[] = {
      {dose(kTenMg, kThreeTimes), "; 30.0 mg"},
      {dose(
           R"("value": 10, "unit": "MG", "system": "http://unitsofmeasure.org", "code": "mg")",
           kThreeTimes),
       "; 30.0 mg"},
      {dose(R"("value": 0.5, "unit": "g")", kThreeTimes), "; 1500.0 mg"},
      {dose(kTenMg, R"("frequency": 1, "period": 6, "periodUnit": "h")"), "; 40.0 mg"},
      {dose(kTenMg, R"("frequency": 7, "period": 1, "periodUnit": "wk")"), "; 10.0 mg"},
      {dose(kTenMg, kThreeTimes, R"(, "asNeededBoolean": true)"), "; 30.0 mg"},
      {dose(kTenMg, kThreeTimes) + "," + dose(kTenMg, kThreeTimes), "; 60.0 mg"},
      {dose(kTenMg, kThreeTimes, R"(, "sequence": 1)") + "," +
           dose(R"("value": 20, "unit": "mg")", kThreeTimes, R"(, "sequence": 2)"),
       "; 60.0 mg"},
      {dose(kTenMg, kThreeTimes) + R"(, {"text": "and when needed"})", ""},
      {dose(R"("value": 1, "unit": "tablet")", kThreeTimes), ""},
      {dose(R"("value": 1)", kThreeTimes), ""},
      {dose(
           R"("value": 1, "unit": "tablet", "system": "http://unitsofmeasure.org", "code": "mg")",
           kThreeTimes),
       ""},
      {dose(R"("value": 10, "unit": "mg", "comparator": "<")", kThreeTimes), ""},
      {dose(R"("value": -10, "unit": "mg")", kThreeTimes), ""},
      {dose(kTenMg,
            R"("frequency": 3, "frequencyMax": 4, "period": 1, "periodUnit": "d")"),
       ""},
      {dose(kTenMg, R"("frequency": 1, "period": 1, "periodUnit": "mo")"), ""},
      {dose(kTenMg, R"("frequency": 1, "period": 0, "periodUnit": "d")"), ""},
      {dose(kTenMg, R"("period": 1, "periodUnit": "d")"), ""},
      {dose(kTenMg,
            R"("frequency": 1, "period": 1, "periodUnit": "d", "dayOfWeek": ["mon"])"),
       ""},
      {dose(R"("value": "10", "unit": "mg")", kThreeTimes),
       "\n! /dosageInstruction/0/doseAndRate/0/doseQuantity/value: expected a number; found "
       "\"10\""},
      {R"({"doseAndRate": {"doseQuantity": {}}})",
       "\n! /dosageInstruction/0/doseAndRate: expected an array; found {\"doseQuantity\":{}}"},
      {R"({"timing": {"code": {"text": "BID"}}})", ""},
      {R"({"doseQuantity": {"value": 10, "unit": "mg"}, "timing": {"repeat":
           {"frequency": 3, "period": 1, "periodUnits": "d"}}})",
       "; 30.0 mg"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.dosages);
    CHECK(dosage(row.dosages) == row.expected);
  }
}

TEST_CASE("read_dosages: how often, by HL7's abbreviations") {
  const auto code = [](const std::string& concept_, const std::string& repeat = "") {
    const std::string more = repeat.empty() ? "" : R"(, "repeat": {)" + repeat + "}";
    return dosage(R"({"doseAndRate": [{"doseQuantity": {"value": 10, "unit": "mg"}}],
                      "timing": {"code": {)" +
                  concept_ + "}" + more + "}}");
  };
  const auto hl7 = [](const std::string& one) {
    return R"("coding": [{"system":
        "http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation", "code": ")" +
           one + R"("}])";
  };
  const std::pair<std::string, std::string> kTimes[] = {
      {"BID", "20.0"},  {"TID", "30.0"},  {"QID", "40.0"}, {"AM", "10.0"},
      {"PM", "10.0"},   {"BED", "10.0"},  {"QD", "10.0"},  {"QOD", "5.0"},
      {"Q1H", "240.0"}, {"Q2H", "120.0"}, {"Q3H", "80.0"}, {"Q4H", "60.0"},
      {"Q6H", "40.0"},  {"Q8H", "30.0"}};
  for (const auto& [abbreviation, milligrams] : kTimes) {
    CAPTURE(abbreviation);
    CHECK(code(hl7(abbreviation)) == "; " + milligrams + " mg");
  }
  CHECK(code(R"("text": "tid")") == "; 30.0 mg");
  CHECK(code(R"("coding": [{"system": "http://hl7.org/fhir/timing-abbreviation",
                            "code": "QD"}], "text": "Daily")") == "; 10.0 mg");
  // Months have no fixed length, and what a house means by its codes it alone knows.
  CHECK(code(hl7("MO")) == "");
  CHECK(code(R"("coding": [{"system": "https://ehr.example.org", "code": "BID"}])") ==
        "");
  CHECK(code(R"("text": "when needed")") == "");
  CHECK(code(hl7("TID"), kThreeTimes) == "; 30.0 mg");
  CHECK(code(hl7("TID"), R"("boundsPeriod": {"start": "2020"})") == "; 30.0 mg");
  CHECK(code(hl7("BID"), kThreeTimes) == "");
  CHECK(code(hl7("BID"), R"("dayOfWeek": ["mon"])") == "");
  CHECK(code(hl7("BID"), R"("frequency": 2, "period": 1, "periodUnit": "mo")") == "");
  CHECK(code(R"("coding": [{"code": "BID"}, {"code": "TID"}])") == "");
}

TEST_CASE("read_dosages: the route, by its words or its code") {
  struct Case {
    std::string route, expected;
  };
  const Case cases[] = {
      {R"({"text": "by mouth"})", "; route by mouth"},
      {R"x({"text": "Oral route (qualifier value)"})x", "; route Oral"},
      {R"({"coding": [{"display": "Intrathecal route"}]})", "; route Intrathecal"},
      {R"({"coding": [{"system": "http://snomed.info/sct", "code": "72607000"}]})",
       "; route intrathecal"},
      {R"({"coding": [{"code": "PO", "display": "Swallow"}]})", "; route PO"},
      {R"({"coding": [{"system": "http://snomed.info/sct", "code": "1"}]})",
       "; route http://snomed.info/sct 1"},
      {R"({"text": "by carrier pigeon"})", "; route by carrier pigeon"},
      {R"({})", ""},
  };
  for (const Case& row : cases) {
    CAPTURE(row.route);
    CHECK(dosage(R"({"route": )" + row.route + "}") == row.expected);
  }
  CHECK(dosage(R"({"route": {"text": "po"}}, {"route": {"text": "by mouth"}})") ==
        "; route by mouth");
  CHECK(dosage(R"({"route": {"text": "po"}}, {"route": {"text": "it pump"}})") ==
        "\n! /dosageInstruction/1/route: expected the route of the other dosages; found "
        "another");
}

}  // namespace
}  // namespace crosscheck
