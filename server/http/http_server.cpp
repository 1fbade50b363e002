#include "http/http_server.h"

#include <thread>

#include "http/openapi.h"
#include "http/reply.h"
#include "http/request_log.h"

namespace crosscheck {
namespace {

// What the front refuses, nobody else has seen.
void refuse(const Refusal& refusal, httplib::Response& response) {
  RequestLog::begin(read_request_id({}));
  reply_problem(response, refusal.status, refusal.detail);
  write_request_id(RequestLog::id(), response);
  response.reason = status_title(refusal.status);
  if (refusal.status == 503) response.set_header("Retry-After", "1");
  RequestLog::end(refusal.status);
}

}  // namespace

HttpServer::HttpServer(const KnowledgeStore& store, const Limits& limits,
                       std::size_t threads)
    : store_(store),
      check_(store),
      knowledge_(store),
      front_(limits, threads > 0 ? threads : std::thread::hardware_concurrency(), refuse,
             log_error) {
  add_routes();
  set_up_library();
}

void HttpServer::add_routes() {
  const auto get = [this](std::string_view pattern, Handler handler) {
    router_.add("GET", pattern, std::move(handler));
  };
  router_.add("POST", "/v1/check", [this](Call& call) { check_.post(call); });
  get("/v1/check", [this](Call& call) { check_.get(call); });
  get("/v1/drugs", [this](Call& call) { knowledge_.search_drugs(call); });
  get("/v1/drugs/{key}", [this](Call& call) { knowledge_.drug(call); });
  get("/v1/classes", [this](Call& call) { knowledge_.classes(call); });
  get("/v1/classes/{key}", [this](Call& call) { knowledge_.drug_class(call); });
  get("/v1/rules", [this](Call& call) { knowledge_.rules(call); });
  get("/v1/rules/{key}", [this](Call& call) { knowledge_.rule(call); });
  get("/v1/sources", [this](Call& call) { knowledge_.sources(call); });
  get("/v1/knowledge", [this](Call& call) { knowledge_.knowledge(call); });
  get("/livez", [](Call& call) { reply(call.response, 200, R"({"status":"ok"})"); });
  get("/readyz", [this](Call& call) {
    if (store_.current() == nullptr)
      return reply_problem(call.response, 503, "No rules are loaded.");
    reply(call.response, 200, R"({"status":"ok"})");
  });
  get("/openapi.yaml", [](Call& call) {
    reply(call.response, 200, std::string(kOpenApi), "application/yaml");
  });
}

void HttpServer::set_up_library() {
  front_.set_pre_routing_handler([this](const auto& request, auto& response) {
    RequestLog::begin(read_request_id(request));
    answer(request, response);
    write_request_id(RequestLog::id(), response);
    return httplib::Server::HandlerResponse::Handled;
  });
  // What the library refuses by itself comes without a body.
  front_.set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (!response.has_header("Content-Type"))
      reply_problem(response, response.status, "The request could not be understood.");
  });
  front_.set_exception_handler([](const auto&, auto& response, std::exception_ptr) {
    log_internal_error(RequestLog::id());
    reply_problem(response, 500,
                  "The service failed; the list was not checked. Report the request " +
                      RequestLog::id().request + ".");
    write_request_id(RequestLog::id(), response);
  });
  front_.set_logger(
      [](const auto&, const auto& response) { RequestLog::end(response.status); });
}

void HttpServer::answer(const httplib::Request& request,
                        httplib::Response& response) const {
  Router::Match match = router_.find(request.method, request.path);
  if (match.pattern.empty())
    return reply_problem(response, 404, "There is nothing at this path.");
  RequestLog::route(match.pattern);
  if (match.handler == nullptr) {
    reply_problem(response, 405, "This path does not know the method.");
    return response.set_header("Allow", match.allowed);
  }
  Call call{request, request.body, std::move(match.key), response};
  (*match.handler)(call);
}

int HttpServer::bind(const std::string& host, int port, std::string& error) {
  return front_.bind(host, port, error);
}

bool HttpServer::serve() {
  return front_.serve();
}

void HttpServer::stop() {
  front_.stop();
}

}  // namespace crosscheck
