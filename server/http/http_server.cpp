#include "http/http_server.h"

#include <thread>

#include "http/compression.h"
#include "http/reply.h"
#include "http/request_log.h"
#include "net/vetted_request.h"

namespace crosscheck {

HttpServer::HttpServer(Router router, const ApiKeys& keys, const CrossOrigin& origins,
                       Metrics& metrics, const Limits& limits, std::size_t threads)
    : router_(std::move(router)),
      keys_(keys),
      origins_(origins),
      metrics_(metrics),
      front_(
          limits, threads > 0 ? threads : std::thread::hardware_concurrency(),
          [this](auto method, auto path) {
            return router_.allowance(method, decoded_path(path));
          },
          [this](const auto& refusal, const auto& request, auto& response) {
            refuse(refusal, request, response);
          },
          log_error) {
  set_up_library();
}

// What the front refuses, nobody else has seen.
void HttpServer::refuse(const Refusal& refusal, const httplib::Request& request,
                        httplib::Response& response) {
  RequestLog::begin(read_request_id(request));
  reply_problem(response, refusal.status, refusal.detail);
  finish(request, response);
  response.reason = status_title(refusal.status);
  if (refusal.status == 503) response.set_header("Retry-After", "1");
  end_request(refusal.status);
}

// What every answer has, whoever gave it.
void HttpServer::finish(const httplib::Request& request,
                        httplib::Response& response) const {
  write_request_id(RequestLog::id(), response);
  origins_.write(request, response);
  compress(request, response);
  add_security_headers(response);
}

void HttpServer::end_request(int status) {
  const RequestRecord record = RequestLog::end(status);
  metrics_.count_request(record.route, status, record.seconds);
}

void HttpServer::set_up_library() {
  front_.set_pre_routing_handler([this](const auto& request, auto& response) {
    RequestLog::begin(read_request_id(request));
    answer(request, response);
    finish(request, response);
    return httplib::Server::HandlerResponse::Handled;
  });
  front_.set_exception_handler([this](const auto& request, auto& response,
                                      std::exception_ptr) {
    log_internal_error(RequestLog::id());
    response.headers.clear();  // of the answer that was not to be
    reply_problem(response, 500,
                  "The service failed; the list was not checked. Report the request " +
                      RequestLog::id().request + ".");
    finish(request, response);
  });
  front_.set_logger(
      [this](const auto&, const auto& response) { end_request(response.status); });
}

void HttpServer::answer(const httplib::Request& request,
                        httplib::Response& response) const {
  Router::Match match = router_.find(request.method, request.path);
  if (match.pattern.empty())
    return reply_problem(response, 404, "There is nothing at this path.");
  RequestLog::route(match.pattern);
  if (origins_.is_preflight(request))
    return CrossOrigin::answer_preflight(match.allowed, response);
  if (refuse_caller(request, match.scope, response)) return;
  if (match.handler == nullptr) {
    reply_problem(response, 405, "This path does not know the method.");
    return response.set_header("Allow", match.allowed);
  }
  Call call{request, request.body, std::move(match.key), response};
  (*match.handler)(call);
}

// Whether the caller is let in, or refused, by a token; else by a key.
bool HttpServer::is_settled_by_token(const httplib::Request& request,
                                     httplib::Response& response, bool& refused) const {
  const auto answer = cds_callers_->judge(request);
  if (answer == CdsCallers::Answer::no_token && !keys_.empty()) return false;
  refused = answer != CdsCallers::Answer::allowed;
  if (refused) {
    reply_problem(response, 401, "Not authorised.");
    response.set_header("WWW-Authenticate", "Bearer");
  }
  return true;
}

// Says no more than that the key is not right, or not for this.
bool HttpServer::refuse_caller(const httplib::Request& request, Scope scope,
                               httplib::Response& response) const {
  if (scope == Scope::cds) {
    bool refused = false;
    if (cds_callers_ != nullptr && is_settled_by_token(request, response, refused))
      return refused;
    scope = Scope::check;
  }
  const ApiKeys::Judgement judgement = keys_.judge(
      request.get_header_value("Authorization"), scope, RateLimiter::Clock::now());
  switch (judgement.verdict) {
    case ApiKeys::Verdict::allowed:
      return false;
    case ApiKeys::Verdict::unknown:
      reply_problem(response, 401, "Send a key: Authorization: Bearer KEY.");
      response.set_header("WWW-Authenticate", "Bearer");
      return true;
    case ApiKeys::Verdict::out_of_scope:
      reply_problem(response, 403, "This key is not for this.");
      return true;
    case ApiKeys::Verdict::too_many: {
      const auto seconds = std::chrono::ceil<std::chrono::seconds>(judgement.wait);
      reply_problem(response, 429,
                    "More requests a second than agreed; this one was not answered.");
      response.set_header("Retry-After", std::to_string(seconds.count()));
      return true;
    }
  }
  return true;
}

bool HttpServer::serve() {
  return front_.serve();
}

void HttpServer::stop() {
  front_.stop();
}

}  // namespace crosscheck
