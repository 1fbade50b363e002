#include "fhir/medication_reader.h"

#include <doctest/doctest.h>

#include "check/checker.h"
#include "fhir/told.h"

namespace crosscheck {
namespace {

std::string request(const std::string& members) {
  return R"({"resourceType": "MedicationRequest", "id": "1", )" + members + "}";
}

const std::string kBaclofen = R"("medicationCodeableConcept": {"text": "baclofen"})";

TEST_CASE("read_medication: what counts as taken") {
  struct Case {
    std::string type;
    std::string members;
    std::string reason;  // "" where it is taken
  };
  const Case cases[] = {
      {"MedicationRequest", R"("status": "active")", ""},
      {"MedicationRequest", R"("status": "draft", "intent": "proposal")", ""},
      {"MedicationRequest", R"("status": "on-hold")", ""},
      {"MedicationRequest", R"("status": "unknown")", ""},
      {"MedicationRequest", R"("status": "cancelled")", "cancelled"},
      {"MedicationRequest", R"("status": "stopped")", "stopped"},
      {"MedicationRequest", R"("status": "completed")", "completed"},
      {"MedicationRequest", R"("status": "entered-in-error")", "entered-in-error"},
      {"MedicationRequest", R"("status": "ended")", "ended"},
      {"MedicationRequest", R"("status": "active", "doNotPerform": true)",
       "do-not-perform"},
      {"MedicationRequest", R"("status": "active", "doNotPerform": false)", ""},
      {"MedicationOrder", R"("status": "active")", ""},
      {"MedicationStatement", R"("status": "active")", ""},
      {"MedicationStatement", R"("status": "intended")", ""},
      {"MedicationStatement", R"("status": "recorded")", ""},
      {"MedicationStatement", R"("status": "not-taken")", "not-taken"},
      {"MedicationStatement", R"("status": "active", "taken": "n")", "not-taken"},
      {"MedicationStatement",
       R"("status": "recorded", "adherence": {"code": {"coding": [{"code": "taking"}]}})",
       ""},
      {"MedicationStatement",
       R"("status": "recorded", "adherence": {"code": {"coding": [{"code": "not-taking"}]}})",
       "not-taken"},
      {"MedicationStatement",
       R"("status": "recorded", "adherence": {"code": {"coding": [{"code": "stopped-as-directed"}]}})",
       "stopped"},
      {"MedicationAdministration", R"("status": "in-progress")", ""},
      {"MedicationAdministration", R"("status": "not-done")", "not-done"},
      {"MedicationDispense", R"("status": "preparation")", ""},
      {"MedicationDispense", R"("status": "declined")", "declined"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.members);
    const Lines lines = told(R"({"resourceType": ")" + row.type + R"(", "id": "1", )" +
                             row.members + ", " + kBaclofen + "}");
    const std::string name = row.type + "/1: baclofen";
    CHECK(lines == Lines{row.reason.empty() ? "+ " + name
                                            : "- " + name + " (" + row.reason + ")"});
  }
}

TEST_CASE("read_medication: a status that is missing or unheard of is taken, and said") {
  const std::string expected =
      "! /status: expected a status of a MedicationRequest; it is checked as if taken; "
      "found ";
  CHECK(told(request(kBaclofen)) ==
        Lines{"+ MedicationRequest/1: baclofen", expected + "none"});
  CHECK(told(request(R"("status": "Stopped", )" + kBaclofen)) ==
        Lines{"+ MedicationRequest/1: baclofen", expected + "another word"});
  CHECK(told(request(R"("status": ["stopped"], )" + kBaclofen)) ==
        Lines{"+ MedicationRequest/1: baclofen",
              R"(! /status: expected a string; found ["stopped"])", expected + "none"});
}

TEST_CASE("read_medication: new, and being stopped") {
  struct Case {
    Role role;
    std::string status;
    std::string expected;
  };
  const Case cases[] = {
      {Role::ordered, "draft", "+ MedicationRequest/1: baclofen; new"},
      {Role::ordered, "stopped", "+ MedicationRequest/1: baclofen; stopping"},
      {Role::ordered, "cancelled", "+ MedicationRequest/1: baclofen; stopping"},
      {Role::ordered, "completed", "- MedicationRequest/1: baclofen (completed)"},
      {Role::stopping, "active", "+ MedicationRequest/1: baclofen; stopping"},
      {Role::stopping, "stopped", "+ MedicationRequest/1: baclofen; stopping"},
      {Role::stopping, "completed", "+ MedicationRequest/1: baclofen; stopping"},
      {Role::stopping, "entered-in-error",
       "- MedicationRequest/1: baclofen (entered-in-error)"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.expected);
    const auto body = request(R"("status": ")" + row.status + R"(", )" + kBaclofen);
    CHECK(told(body, row.role) == Lines{row.expected});
  }
}

// Members of an active request → its one line, without the name.
std::string drug(const std::string& members) {
  const Lines lines = told(request(R"("status": "active", )" + members));
  const std::string name = "+ MedicationRequest/1: ";
  if (lines.size() != 1 || !lines[0].starts_with(name)) {
    std::string all;
    for (const auto& line : lines) all += line + "\n";
    return all;
  }
  return lines[0].substr(name.size());
}

TEST_CASE("read_medication: which drug it is") {
  struct Case {
    std::string description, members, expected;
  };
  const Case cases[] = {
      {"all codings and the text",
       R"("medicationCodeableConcept": {"coding": [{"system": "rxnorm", "code": "1292"},
          {"system": "atc", "code": "M03BX01"}], "text": "Lioresal"})",
       "Lioresal; code 1292; code M03BX01"},
      {"codes alone",
       R"("medicationCodeableConcept": {"coding": [{"code": "1292", "display": "Baclofen"}]})",
       "Baclofen; code 1292"},
      {"R5", R"("medication": {"concept": {"text": "baclofen"}})", "baclofen"},
      {"a reference to what it contains",
       R"("medicationReference": {"reference": "#m"}, "contained":
          [{"resourceType": "Medication", "id": "m", "code": {"text": "baclofen"}}])",
       "baclofen"},
      {"R5, the same",
       R"("medication": {"reference": {"reference": "#m"}}, "contained":
          [{"resourceType": "Medication", "id": "m", "code": {"text": "baclofen"}}])",
       "baclofen"},
      {"a display alone", R"("medicationReference": {"display": "baclofen"})",
       "baclofen"},
      {"what is not there has its display",
       R"("medicationReference": {"reference": "Medication/5", "display": "baclofen"})",
       "baclofen"},
      {"an identifier is a code",
       R"("medicationReference": {"identifier": {"system": "rxnorm", "value": "1292"}})",
       "rxnorm 1292; code 1292"},
      {"what is not there is named, not guessed",
       R"("medicationReference": {"reference": "Medication/baclofen"})",
       "Medication/baclofen; code Medication/baclofen"},
      {"a reference to itself", R"("medicationReference": {"reference": "#"})",
       "#; code #"},
      {"a Medication that says nothing",
       R"("medicationReference": {"reference": "#m"}, "contained":
          [{"resourceType": "Medication", "id": "m"}])",
       "#m; code #m"},
      {"a Medication without a code, but with a display",
       R"("medicationReference": {"reference": "#m", "display": "baclofen"}, "contained":
          [{"resourceType": "Medication", "id": "m"}])",
       "baclofen"},
      {"nothing at all", R"("intent": "order")",
       "MedicationRequest/1; code MedicationRequest/1"},
      {"an empty concept", R"("medicationCodeableConcept": {"coding": [], "text": " "})",
       "MedicationRequest/1; code MedicationRequest/1"},
      {"two drugs in one resource",
       R"("medicationCodeableConcept": {"text": "baclofen"},
          "medicationReference": {"display": "morphine"})",
       "baclofen / morphine"},
      {"ingredients where there is no code",
       R"("medicationReference": {"reference": "#m"}, "contained":
          [{"resourceType": "Medication", "id": "m", "ingredient": [
            {"itemCodeableConcept": {"coding": [{"system": "rxnorm", "code": "2019"}]}},
            {"item": {"concept": {"text": "L-dopa"}}},
            {"itemCodeableConcept": {"text": "lactose"}, "isActive": false}]}])",
       "carbidopa / levodopa"},
      {"ingredients where the code is not understood",
       R"("medicationReference": {"reference": "#m"}, "contained":
          [{"resourceType": "Medication", "id": "m", "code": {"coding": [{"code": "9"}]},
            "ingredient": [{"itemCodeableConcept": {"text": "baclofen"}},
                           {"itemCodeableConcept": {"text": "xyz"}}]}])",
       "baclofen / xyz; code 9"},
      {"ingredients that the code has are not repeated",
       R"("medicationReference": {"reference": "#m"}, "contained":
          [{"resourceType": "Medication", "id": "m", "code": {"text": "Sinemet"},
            "ingredient": [{"itemCodeableConcept": {"text": "levodopa"}},
                           {"itemCodeableConcept": {"text": "xyz"}}]}])",
       "Sinemet"},
      {"ingredients that the code has not",
       R"("medicationReference": {"reference": "#m"}, "contained":
          [{"resourceType": "Medication", "id": "m", "code": {"text": "baclofen"},
            "ingredient": [{"itemCodeableConcept": {"text": "baclofen"}},
                           {"itemCodeableConcept": {"text": "morphine"}}]}])",
       "baclofen / morphine"},
      {"an ingredient by reference",
       R"("medicationReference": {"reference": "#m"}, "contained":
          [{"resourceType": "Medication", "id": "m", "ingredient": [
             {"itemReference": {"reference": "#s"}}, {"itemReference": {"reference": "#x"}}]},
           {"resourceType": "Substance", "id": "s", "code": {"text": "baclofen"}}])",
       "baclofen / #x"},
      {"a Medication that is its own ingredient",
       R"("medicationReference": {"reference": "#m"}, "contained":
          [{"resourceType": "Medication", "id": "m",
            "ingredient": [{"itemReference": {"reference": "#m"}}]}])",
       "#m"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.description);
    CHECK(drug(row.members) == row.expected);
  }
}

TEST_CASE("read_medication: wrong types are reported and the entry stays") {
  struct Case {
    std::string members;
    Lines expected;
  };
  const std::string named =
      "+ MedicationRequest/1: MedicationRequest/1; code MedicationRequest/1";
  const Case cases[] = {
      {R"("medicationCodeableConcept": "baclofen")",
       {named, R"(! /medicationCodeableConcept: expected an object; found "baclofen")"}},
      {R"("medicationCodeableConcept": {"coding": {"code": "1292"}})",
       {named,
        R"(! /medicationCodeableConcept/coding: expected an array; found {"code":"1292"})"}},
      {R"("medicationCodeableConcept": {"coding": [7, {"code": 1292}]})",
       {named, "! /medicationCodeableConcept/coding/0: expected an object; found 7",
        "! /medicationCodeableConcept/coding/1/code: expected a string; found 1292"}},
      {R"("medicationCodeableConcept": {"text": 5})",
       {named, "! /medicationCodeableConcept/text: expected a string; found 5"}},
      {R"("medicationReference": [{"display": "baclofen"}])",
       {named,
        R"(! /medicationReference: expected an object; found [{"display":"baclofen"}])"}},
      {R"("medication": [])", {named, "! /medication: expected an object; found []"}},
      {R"("dosageInstruction": {"route": {"text": "po"}}, )" + kBaclofen,
       {"+ MedicationRequest/1: baclofen",
        R"(! /dosageInstruction: expected an array; found {"route":{"text":"po"}})"}},
      {R"("dosageInstruction": [3, {"route": "po"}], )" + kBaclofen,
       {"+ MedicationRequest/1: baclofen",
        "! /dosageInstruction/0: expected an object; found 3",
        R"(! /dosageInstruction/1/route: expected an object; found "po")"}},
      {R"("doNotPerform": "true", )" + kBaclofen,
       {"+ MedicationRequest/1: baclofen",
        R"(! /doNotPerform: expected true or false; found "true")"}},
      {R"("contained": {"id": "m"}, "medicationReference": {"reference": "#m"})",
       {"+ MedicationRequest/1: #m; code #m",
        R"(! /contained: expected an array; found {"id":"m"})"}},
  };
  for (const Case& row : cases) {
    CAPTURE(row.members);
    CHECK(told(request(R"("status": "active", )" + row.members)) == row.expected);
  }
}

TEST_CASE("read_medication: a name that is cut off does not lose the drug") {
  const std::string longer(1001, 'x');
  CHECK(
      told(request(R"("status": "active", "medicationCodeableConcept": {"text": ")" +
                   longer + R"(", "coding": [{"system": "rxnorm", "code": "1292"}]})")) ==
      Lines{
          "+ MedicationRequest/1: rxnorm 1292; code 1292",
          "! /medicationCodeableConcept/text: expected a text of up to 1000 characters; "
          "found a longer one"});
}

}  // namespace
}  // namespace crosscheck
