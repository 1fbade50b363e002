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
  expect(report.medications.size() == question.medications.size(),
         "no entry of the list is lost");
  for (std::size_t at = 0; at < report.medications.size(); ++at) {
    if (!report.medications[at].parts.empty()) continue;
    const bool is_told = std::any_of(
        report.not_checked.begin(), report.not_checked.end(), [&](const auto& row) {
          return row.subject == NotChecked::Subject::medication && row.position == at;
        });
    expect(is_told, "an entry that was not checked is said to be");
  }

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

// Whatever else a list holds, a pair that is known to be dangerous is found.
void expect_known_pair(Question question) {
  question.medications.emplace_back().text = "baclofen";
  question.medications.emplace_back().text = "phenelzine";
  const Report report = check(fuzzed_rules(), question);
  expect(report.highest_severity && *report.highest_severity <= Severity::major,
         "a list with a major interaction is never all clear");
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
