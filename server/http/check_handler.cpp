#include "http/check_handler.h"

#include "api/question_reader.h"
#include "api/report_table.h"
#include "api/report_writer.h"
#include "check/checker.h"
#include "http/media_type.h"
#include "http/reply.h"

namespace crosscheck {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kText = "text/plain";

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
  if (!problems.empty())
    return reply_problems(call.response, 422, kRefusedQuestion, problems);
  const QuestionText read = read_question_text(call.body, "request body", problems);
  if (!read.question)
    return reply_problems(call.response, read.status(), kRefusedQuestion, problems);
  answer(*read.question, call);
}

void CheckHandler::get(Call& call) const {
  if (refuse_what_is_not_accepted(call)) return;
  Problems problems;
  const Query query(call.request.params.begin(), call.request.params.end());
  const Question question = read_question(query, problems);
  if (!problems.empty())
    return reply_problems(call.response, 422, kRefusedQuestion, problems);
  answer(question, call);
}

void CheckHandler::answer(const Question& question, Call& call) const {
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return reply_problem(call.response, 503, "No rules are loaded.");
  const Report report = check(*rules, question);
  note_report(report, metrics_);
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
