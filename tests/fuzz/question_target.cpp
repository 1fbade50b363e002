// The body of POST /v1/check: it is refused with a place, or answered whole.
#include <nlohmann/json.hpp>

#include "api/question_reader.h"
#include "api/report_table.h"
#include "api/report_writer.h"
#include "check/checker.h"
#include "fuzz/targets.h"
#include "json/json_reader.h"

namespace crosscheck {
namespace {

void expect_whole(const Question& question, const Report& report) {
  const RulesInForce& rules = fuzzed_rules();
  expect_every_entry_told(question, report);
  std::string body;
  write_report(rules, question, report, body);
  Problems problems;
  const auto written = read_json(body, "answer", problems);
  expect(written != nullptr, "the answer is strict JSON");
  expect(written->at("medications").size() == question.medications.size(),
         "the answer names every entry");
  expect(written->at("complete") == report.complete(), "the answer says what is missing");
  expect(written->at("not_checked").size() == report.not_checked.size(),
         "the answer names all that was not checked");
  expect(!write_report_table(rules, question, report).empty(), "there is a table");
}

}  // namespace

void feed_question(std::string_view bytes) {
  const std::string source = "request body";
  Problems problems;
  const auto body = read_json(bytes, source, problems);
  expect((body != nullptr) == problems.empty(), "there is a document or a problem");
  if (!body) return;
  const Question question = read_question(JsonNode(*body, source, problems));
  for (const Problem& problem : problems)
    expect(!problem.message.empty(), "a problem has words");
  if (!problems.empty()) return;
  expect(question.medications.size() == body->at("medications").size(),
         "all that was asked is read");
  expect_whole(question, check(fuzzed_rules(), question));
  expect_known_pair(question);
}

}  // namespace crosscheck
