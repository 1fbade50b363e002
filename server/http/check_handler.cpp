#include "http/check_handler.h"

#include <nlohmann/json.hpp>

#include "api/question_reader.h"
#include "api/report_table.h"
#include "api/report_writer.h"
#include "check/checker.h"
#include "http/media_type.h"
#include "http/reply.h"
#include "http/request_log.h"
#include "json/json_reader.h"

namespace crosscheck {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kText = "text/plain";
constexpr std::string_view kRefused = "The question was not answered: it has errors.";

bool refuse_what_is_not_accepted(Call& call) {
  if (!negotiate(call.request.get_header_value("Accept"), {kJson, kText}).empty())
    return false;
  reply_problem(call.response, 406,
                "The answer comes as application/json or text/plain.");
  return true;
}

}  // namespace

void CheckHandler::post(Call& call) const {
  if (!is_json(call.request.get_header_value("Content-Type")))
    return reply_problem(call.response, 415,
                         "Send the question as application/json in UTF-8.");
  if (refuse_what_is_not_accepted(call)) return;
  Problems problems;
  for (const auto& [name, value] : call.request.params)
    problems.push_back({"query", "/" + name, "expected no query; the body asks it all"});
  if (!problems.empty()) return reply_problems(call.response, 422, kRefused, problems);
  const std::string source = "request body";
  const auto body = read_json(call.body, source, problems);
  if (!body) return reply_problems(call.response, 400, kRefused, problems);
  const Question question = read_question(JsonNode(*body, source, problems));
  if (!problems.empty()) return reply_problems(call.response, 422, kRefused, problems);
  answer(question, call);
}

void CheckHandler::get(Call& call) const {
  if (refuse_what_is_not_accepted(call)) return;
  Problems problems;
  const Query query(call.request.params.begin(), call.request.params.end());
  const Question question = read_question(query, problems);
  if (!problems.empty()) return reply_problems(call.response, 422, kRefused, problems);
  answer(question, call);
}

void CheckHandler::answer(const Question& question, Call& call) const {
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return reply_problem(call.response, 503, "No rules are loaded.");
  const Report report = check(*rules, question);
  RequestLog::count(report.medications.size(), report.interactions.size() +
                                                   report.precautions.size() +
                                                   report.cumulative_effects.size());
  metrics_.count_report(report);
  call.response.set_header("Vary", "Accept");
  if (negotiate(call.request.get_header_value("Accept"), {kJson, kText}) == kText)
    return reply(call.response, 200, write_report_table(*rules, question, report),
                 kTextType);
  constexpr std::size_t kUsualSize = 8192;
  std::string body;
  body.reserve(kUsualSize);
  write_report(*rules, question, report, body);
  reply(call.response, 200, std::move(body));
}

}  // namespace crosscheck
