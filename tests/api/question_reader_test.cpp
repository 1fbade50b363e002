#include "api/question_reader.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "json/json_reader.h"

namespace crosscheck {
namespace {

using Lines = std::vector<std::string>;

Lines problems_of(const std::string& body) {
  Problems problems;
  const auto json = read_json(body, "body", problems);
  if (json) read_question(JsonNode(*json, "body", problems));
  Lines lines;
  for (const Problem& problem : problems)
    lines.push_back(problem.pointer + ": " + problem.message);
  return lines;
}

TEST_CASE("read_question: everything that a body can say") {
  Problems problems;
  const auto json = read_json(
      R"({"medications": ["a", {"text": "b", "code": {"system": "s", "value": "v"}, "id": "i",
          "new": true, "route": "po", "daily_dose": {"value": 9.5, "unit": "mg"},
          "stopping": true}],
          "patient": {"age_years": 7, "pregnant": true, "breastfeeding": true,
                      "conditions": ["c", {"code": {"system": "s", "value": "v"}}],
                      "allergies": ["d"]},
          "minimum_severity": "major", "audience": "consumer"})",
      "body", problems);
  const Question question = read_question(JsonNode(*json, "body", problems));
  REQUIRE(problems.empty());
  REQUIRE(question.medications.size() == 2);
  CHECK(question.medications[0].text == "a");
  const MedicationEntry& entry = question.medications[1];
  CHECK(entry.text == "b");
  CHECK(entry.codings.at(0).code == "v");
  CHECK(entry.id == "i");
  CHECK(entry.is_new);
  CHECK(entry.route == "po");
  CHECK(entry.daily_dose->value == 9.5);
  CHECK(entry.stopping);
  CHECK(question.patient->age_years == 7);
  CHECK(question.patient->pregnant);
  CHECK(question.patient->breastfeeding);
  CHECK(question.patient->conditions.size() == 2);
  CHECK(question.patient->allergies == Lines{"d"});
  CHECK(question.minimum_severity == Severity::major);
  CHECK(question.audience == Audience::consumer);
}

TEST_CASE("read_question: every fault with its place") {
  struct Case {
    std::string body;
    Lines expected;
  };
  const std::string text =
      "expected a text of up to 1000 characters that is not blank; found ";
  const Case cases[] = {
      {R"([])", {": expected an object; found []"}},
      {R"({})", {"/medications: expected an array; found nothing"}},
      {R"({"medications": null})", {"/medications: expected an array; found null"}},
      {R"({"medications": []})", {}},
      {R"({"medications": [" \u00a0"]})", {"/medications/0: " + text + "a blank text"}},
      {R"({"medications": [5]})",
       {"/medications/0: expected a text or an object; found 5"}},
      {R"({"medications": [{}]})",
       {"/medications/0: expected a \"text\" or a \"code\"; found neither"}},
      {R"({"medications": [{"text": 5}]})", {"/medications/0/text: " + text + "5"}},
      {R"({"medications": [{"text": "a", "dose": 1}]})",
       {"/medications/0/dose: expected a member named text code id new route daily_dose "
        "stopping; found \"dose\""}},
      {R"({"medications": [{"text": "a", "daily_dose": {"value": -1, "unit": "mg"}}]})",
       {"/medications/0/daily_dose/value: expected a number above 0; found -1"}},
      {R"({"medications": [{"text": "a", "new": "yes"}]})",
       {"/medications/0/new: expected true or false; found \"yes\""}},
      {R"({"medications": [], "patient": {"age_years": 151}})",
       {"/patient/age_years: expected a number from 0 to 150; found 151"}},
      {R"({"medications": [], "medications": []})",
       {"/medications: expected each member name once; found it again"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.body);
    CHECK(problems_of(c.body) == c.expected);
  }
}

TEST_CASE("read_question: a list that is too long is refused whole") {
  std::string body = R"({"medications": ["a")";
  for (int i = 0; i < 500; ++i) body += R"(,"a")";
  CHECK(problems_of(body + "]}") ==
        Lines{"/medications: expected at most 500 entries; found 501"});
}

TEST_CASE("read_question: a query") {
  struct Case {
    Query query;
    Lines expected;  // texts, then problems
  };
  const Case cases[] = {
      {{{"medications", "baclofen,phenelzine"}}, {"baclofen", "phenelzine"}},
      {{{"medications", "a"}, {"medications", "b"}}, {"a", "b"}},
      {{{"medications", "heparin 5,000 units,b"}}, {"heparin 5,000 units", "b"}},
      {{}, {"/medications: expected a list of names; found nothing"}},
      {{{"medications", "a,,b"}},
       {"a", "", "b",
        "/medications/1: expected a text of up to 1000 characters that is not blank; found a "
        "blank text"}},
      {{{"medications", "a"}, {"drug", "b"}},
       {"a",
        "/drug: expected a parameter named medications minimum_severity audience; found another"}},
  };
  for (const Case& c : cases) {
    Problems problems;
    Lines lines;
    for (const auto& entry : read_question(c.query, problems).medications)
      lines.push_back(entry.text);
    for (const Problem& problem : problems)
      lines.push_back(problem.pointer + ": " + problem.message);
    CHECK(lines == c.expected);
  }
}

}  // namespace
}  // namespace crosscheck
