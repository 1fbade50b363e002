#include "http/feedback_handler.h"

#include <utility>

#include "cds/cds_service.h"
#include "feedback/feedback_reader.h"
#include "http/media_type.h"
#include "http/reply.h"
#include "json/json_writer.h"

namespace crosscheck {
namespace {

constexpr std::string_view kNotKept =
    "This service keeps no feedback; it is started without --feedback-db.";

void reply_not_now(Call& call, std::string_view detail) {
  reply_problem(call.response, 503, detail);
  call.response.set_header("Retry-After", "2");
}

void write_reasons(const RuleFeedback& rule, JsonWriter& json) {
  json.begin_array("reasons");
  for (const auto& [coding, count] : rule.reasons) {
    const auto& [system, code] = coding;
    json.begin_object();
    json.key("system");
    system.empty() ? json.null() : json.string(system);
    json.key("code");
    code.empty() ? json.null() : json.string(code);
    json.member("count", count);
    json.end_object();
  }
  json.end_array();
}

std::string summary_body(const FeedbackSummary& summary) {
  std::string body;
  JsonWriter json(body);
  json.begin_object();
  json.begin_array("rules");
  for (const auto& [key, rule] : summary.rules) {
    json.begin_object();
    json.member("rule", key.first);
    json.member("severity", key.second);
    json.member("shown", rule.shown);
    json.member("accepted", rule.accepted);
    json.member("overridden", rule.overridden);
    write_reasons(rule, json);
    json.end_object();
  }
  json.end_array();
  json.member("cards_without_rules", summary.without_rules);
  json.end_object();
  return body;
}

}  // namespace

void FeedbackHandler::post(Call& call) const {
  if (find_cds_service(call.key) == nullptr)
    return reply_problem(call.response, 404, "There is no CDS service of this id.");
  if (store_ == nullptr) return reply_problem(call.response, 404, kNotKept);
  if (!is_json(call.request.get_header_value("Content-Type")))
    return reply_problem(call.response, 415,
                         "Send the feedback as application/json in UTF-8.");
  Problems problems;
  FeedbackText read = read_feedback_text(call.body, "request body", problems);
  if (!read.outcomes)
    return reply_problems(call.response, read.status(),
                          "Nothing of the feedback was kept: it has errors.", problems);
  if (!store_->keep(call.key, std::move(*read.outcomes)))
    return reply_not_now(call, "The feedback cannot be kept now. Send it again.");
  reply(call.response, 200, "{}");
}

void FeedbackHandler::summary(Call& call) const {
  if (store_ == nullptr) return reply_problem(call.response, 404, kNotKept);
  const auto summary = store_->summary();
  if (!summary) return reply_not_now(call, "The feedback cannot be read now.");
  reply(call.response, 200, summary_body(*summary));
}

}  // namespace crosscheck
