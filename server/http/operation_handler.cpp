#include "http/operation_handler.h"

#include "http/reply.h"
#include "json/json_writer.h"
#include "knowledge/day.h"

namespace crosscheck {
namespace {

constexpr const char* kMetricsType = "text/plain; version=0.0.4; charset=utf-8";

void write_problems(const Problems& problems, JsonWriter& json) {
  json.begin_array("problems");
  for (const Problem& problem : problems) json.string(to_string(problem));
  json.end_array();
}

// Whether a browser sends this for a page: it does not ask first (CORS) whether it may
// send a POST without a body.  No page is served here that could ask in good faith.
bool is_asked_by_page(const httplib::Request& request) {
  const std::string site = request.get_header_value("Sec-Fetch-Site");
  return request.has_header("Origin") || (!site.empty() && site != "none");
}

}  // namespace

void OperationHandler::alive(Call& call) const {
  reply(call.response, 200, R"({"status":"ok"})");
}

void OperationHandler::ready(Call& call) const {
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return reply_problem(call.response, 503, "No rules are loaded.");
  if (draining_) return reply_problem(call.response, 503, "The service is stopping.");
  if (!rules->hold_on(today()))
    return reply_problem(call.response, 503,
                         "The rules in force, " + rules->version() +
                             ", have expired: they were valid until " +
                             rules->valid_until() + ".");
  if (!call.request.has_param("verbose"))
    return reply(call.response, 200, R"({"status":"ok"})");
  std::string body;
  JsonWriter json(body);
  json.begin_object();
  json.member("status", std::string_view("ok"));
  json.member("version", rules->version());
  json.member("digest", rules->digest());
  json.key("valid_until");
  if (rules->valid_until().empty())
    json.null();
  else
    json.string(rules->valid_until());
  write_problems(reloader_.last_problems(), json);
  json.end_object();
  reply(call.response, 200, std::move(body));
}

void OperationHandler::metrics(Call& call) const {
  reply(call.response, 200, metrics_.write(connections_ ? connections_() : 0),
        kMetricsType);
}

void OperationHandler::reload(Call& call) const {
  if (is_asked_by_page(call.request))
    return reply_problem(call.response, 403, "No page in a browser may ask for this.");
  const Reloader::Outcome outcome = reloader_.reload();
  if (!outcome.problems.empty())
    return reply_problems(call.response, 409,
                          "The new rules have faults. The old ones stay in force.",
                          outcome.problems);
  std::string body;
  JsonWriter json(body);
  json.begin_object();
  json.member("version", store_.current()->version());
  json.strings("added", outcome.difference.added);
  json.strings("removed", outcome.difference.removed);
  json.strings("severity_changed", outcome.difference.severity_changed);
  json.end_object();
  reply(call.response, 200, std::move(body));
}

}  // namespace crosscheck
