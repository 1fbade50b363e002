#include "fhir/patient_reader.h"

#include <doctest/doctest.h>

#include "fhir/told.h"

namespace crosscheck {
namespace {

struct Case {
  std::string description, resource;
  Lines expected;
};

void check_cases(const std::vector<Case>& cases) {
  for (const Case& row : cases) {
    CAPTURE(row.description);
    CAPTURE(row.resource);
    CHECK(told(row.resource) == row.expected);
  }
}

std::string born(const std::string& date) {
  return R"({"resourceType": "Patient", "birthDate": )" + date + "}";
}

TEST_CASE("read_patient: the age") {
  const std::string fault =
      "! /birthDate: expected a date of birth of up to 150 years ago; found ";
  check_cases({
      {"65 today", born(R"("1955-06-30")"), {"? age 65.0"}},
      {"65 tomorrow", born(R"("1955-07-01")"), {"? age 64.0"}},
      {"born on 29 February", born(R"("2008-02-29")"), {"? age 12.0"}},
      {"a month leaves the old older", born(R"("1955-06")"), {"? age 65.0"}},
      {"a year leaves the old older", born(R"("1955")"), {"? age 65.0"}},
      {"a year leaves the young younger", born(R"("2008")"), {"? age 11.0"}},
      {"born today", born(R"("2020-06-30")"), {"? age 0.0"}},
      {"born tomorrow, elsewhere on earth", born(R"("2020-07-01")"), {"? age 0.0"}},
      {"born this year", born(R"("2020")"), {"? age 0.0"}},
      {"an infant", born(R"("2019-12-30")"), {"? age 0.5"}},
      {"in future", born(R"("2021-01-01")"), {fault + "\"2021-01-01\""}},
      {"too old", born(R"("1800")"), {fault + "\"1800\""}},
      {"no such day", born(R"("2001-02-29")"), {fault + "\"2001-02-29\""}},
      {"another way to write", born(R"("30.6.1955")"), {fault + "\"30.6.1955\""}},
      {"a number",
       born("1955"),
       {"! /birthDate: expected a string; found 1955", fault + "1955"}},
      {"nothing", R"({"resourceType": "Patient"})", {}},
  });
}

std::string condition(const std::string& members) {
  return R"({"resourceType": "Condition", "id": "1", "code": {"text": "CKD"}, )" +
         members + "}";
}

std::string status(const std::string& code) {
  return R"({"coding": [{"code": ")" + code + R"("}]})";
}

TEST_CASE("read_patient: conditions") {
  const Lines counts{"? condition CKD"};
  const auto left_out = [](const std::string& reason) {
    return Lines{"- Condition/1: CKD (" + reason + ")"};
  };
  check_cases({
      {"active", condition(R"("clinicalStatus": )" + status("active")), counts},
      {"relapse", condition(R"("clinicalStatus": )" + status("relapse")), counts},
      {"no status", condition(R"("a": 1)"), counts},
      {"unheard of", condition(R"("clinicalStatus": )" + status("odd")), counts},
      {"older FHIR", condition(R"("clinicalStatus": "resolved")"), left_out("resolved")},
      {"resolved", condition(R"("clinicalStatus": )" + status("resolved")),
       left_out("resolved")},
      {"remission", condition(R"("clinicalStatus": )" + status("remission")),
       left_out("remission")},
      {"refuted", condition(R"("verificationStatus": )" + status("refuted")),
       left_out("refuted")},
      {"provisional", condition(R"("verificationStatus": )" + status("provisional")),
       counts},
      {"no name",
       R"({"resourceType": "Condition", "id": "1"})",
       {"? condition Condition/1"}},
      {"wrong type",
       R"({"resourceType": "Condition", "id": "1", "code": "CKD"})",
       {"? condition Condition/1", R"(! /code: expected an object; found "CKD")"}},
  });
}

std::string observation(const std::string& code, const std::string& members) {
  return R"({"resourceType": "Observation", "id": "o", "code": {"coding": [{"code": ")" +
         code + R"("}]}, )" + members + "}";
}

std::string value(const std::string& code) {
  return R"("valueCodeableConcept": )" + status(code);
}

TEST_CASE("read_patient: pregnancy and breastfeeding") {
  const auto bundle = [](const std::string& one, const std::string& other) {
    return R"({"resourceType": "Bundle", "entry": [{"resource": )" + one +
           R"(}, {"resource": )" + other + "}]}";
  };
  const std::string yes = value("77386006"), no = value("60001007");
  const std::string may = R"(, "effectiveDateTime": "2020-05-01")";
  const std::string june = R"(, "effectiveDateTime": "2020-06-01T10:00:00Z")";
  check_cases({
      {"SNOMED", observation("82810-3", yes), {"? pregnant"}},
      {"LOINC", observation("11449-6", value("LA15173-0")), {"? pregnant"}},
      {"words",
       observation("11449-6", R"("valueCodeableConcept": {"text": "pregnant"})"),
       {"? pregnant"}},
      {"not pregnant", observation("82810-3", no), {}},
      {"not pregnant, LOINC", observation("82810-3", value("LA26683-5")), {}},
      {"possibly pregnant",
       observation("82810-3", value("146799005")),
       {"? pregnant",
        "! /valueCodeableConcept: expected a status that is sure; it is checked as "
        "pregnancy; found \"146799005\""}},
      {"nobody knows",
       observation("82810-3", value("LA4489-6")),
       {"! /valueCodeableConcept: expected a pregnancy or breastfeeding status; found "
        "\"LA4489-6\""}},
      {"breastfeeding, LOINC",
       observation("63895-7", value("LA29252-6")),
       {"? breastfeeding"}},
      {"breastfeeding, SNOMED",
       observation("63895-7", value("69840006")),
       {"? breastfeeding"}},
      {"breastfeeding as a finding",
       observation("413712001", R"("valueBoolean": true)"),
       {"? breastfeeding"}},
      {"not breastfeeding", observation("63895-7", value("LA29253-4")), {}},
      {"not breastfeeding, as said by one source only",
       observation("63895-7", value("106311005")),
       {"! /valueCodeableConcept: expected a pregnancy or breastfeeding status; found "
        "\"106311005\""}},
      {"breastfeeding",
       observation("63895-7", R"("valueBoolean": true)"),
       {"? breastfeeding"}},
      {"another thing", observation("8302-2", yes), {}},
      {"an error", observation("82810-3", R"("status": "entered-in-error", )" + yes), {}},
      {"no answer",
       observation("82810-3", R"("a": 1)"),
       {"! /valueCodeableConcept: expected a pregnancy or breastfeeding status; found "
        "none"}},
      {"another answer",
       observation("82810-3", value("9")),
       {"! /valueCodeableConcept: expected a pregnancy or breastfeeding status; found "
        "\"9\""}},
      {"long ago",
       observation("82810-3", yes + R"(, "effectiveDateTime": "2019-03")"),
       {"- Observation/o: pregnancy (outdated)"}},
      {"the latest counts: no",
       bundle(observation("82810-3", no + june), observation("82810-3", yes + may)),
       {"! /entry/1/resource/id: expected an id of its own; found one that another "
        "resource has"}},
      {"the latest counts: yes",
       bundle(observation("82810-3", no + may), observation("82810-3", yes + june)),
       {"? pregnant",
        "! /entry/1/resource/id: expected an id of its own; found one that another "
        "resource has"}},
  });
}

std::string allergy(const std::string& members) {
  return R"({"resourceType": "AllergyIntolerance", "id": "1", )" + members + "}";
}

TEST_CASE("read_patient: allergies") {
  check_cases({
      {"a name", allergy(R"("code": {"text": "Baclofen"})"), {"? allergy baclofen"}},
      {"a code",
       allergy(R"("code": {"coding": [{"system": "rxnorm", "code": "1292"}]})"),
       {"? allergy baclofen"}},
      {"a finding",
       allergy(R"x("code": {"coding": [{"display": "Allergy to baclofen (finding)"}]})x"),
       {"? allergy baclofen"}},
      {"a substance",
       allergy(R"("reaction": [{"substance": {"text": "Lioresal"}}])"),
       {"? allergy baclofen"}},
      {"a class and a substance",
       allergy(
           R"("code": {"text": "xyz"}, "reaction": [{"substance": {"text": "morphine"}}])"),
       {"? allergy xyz", "? allergy morphine"}},
      {"not known", allergy(R"("code": {"text": "xyz"})"), {"? allergy xyz"}},
      {"not known, a drug",
       allergy(R"("code": {"text": "xyz"}, "category": ["medication"])"),
       {"? allergy xyz"}},
      {"food",
       allergy(R"("code": {"text": "peanut"}, "category": ["food"])"),
       {"- AllergyIntolerance/1: peanut (no-drug)"}},
      {"food that is a drug",
       allergy(R"("code": {"text": "gin"}, "category": ["food"])"),
       {"? allergy ethanol"}},
      {"refuted",
       allergy(R"("code": {"text": "baclofen"}, "verificationStatus": )" +
               status("refuted")),
       {"- AllergyIntolerance/1: baclofen (refuted)"}},
      {"resolved",
       allergy(R"("code": {"text": "baclofen"}, "clinicalStatus": )" +
               status("resolved")),
       {"- AllergyIntolerance/1: baclofen (resolved)"}},
      {"inactive still counts",
       allergy(R"("code": {"text": "baclofen"}, "clinicalStatus": )" +
               status("inactive")),
       {"? allergy baclofen"}},
      {"none known",
       allergy(R"("code": {"coding": [{"code": "716186003"}]})"),
       {"- AllergyIntolerance/1: 716186003 (no-known-allergy)"}},
      {"nothing", allergy(R"("a": 1)"), {"? allergy AllergyIntolerance/1"}},
      {"wrong types",
       allergy(R"("code": ["baclofen"], "category": "food", "reaction": [4])"),
       {"? allergy AllergyIntolerance/1",
        R"(! /code: expected an object; found ["baclofen"])",
        "! /reaction/0: expected an object; found 4",
        R"(! /category: expected an array; found "food")"}},
  });
}

}  // namespace
}  // namespace crosscheck
