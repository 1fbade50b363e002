#include "http/http_server.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>

#include "http/openapi.h"
#include "http/reply.h"
#include "http/request_log.h"

namespace crosscheck {
namespace {

// One connection keeps one thread of this version of the library busy.
constexpr std::size_t kThreads = 256;
constexpr time_t kIdleSeconds = 2;
constexpr time_t kReadSeconds = 3;  // for each read, and so for a stop to wait
// A body that is too large is read to its end all the same, so that its sender
// sees the answer; beyond this the connection just ends.
constexpr std::size_t kLargestDrained = 8 * kLargestBody;

bool is_number(const std::string& text) {
  return !text.empty() && text.size() <= 18 &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::string_view kTooLarge = "The body is larger than 1 MiB.";

bool may_have_body(const httplib::Request& request) {
  return request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
}

// What the library would do with these headers is not what was asked for: it
// cuts answers to a Range, and compresses so slowly that the service stands
// still.  It hands out a request of its own making, which it may not look at
// again before we are done, so dropping them here is the only place.
void drop_headers(const httplib::Request& request) {
  auto& mine = const_cast<httplib::Request&>(request);
  mine.ranges.clear();
  mine.headers.erase("Accept-Encoding");
}

// A body whose end is in doubt is not read, and the connection ends: what
// follows must not be taken for the next request.
bool refuse_doubtful_framing(const httplib::Request& request,
                             httplib::Response& response) {
  const auto refuse = [&](int status, std::string_view detail) {
    reply_problem_and_close(response, status, detail);
    return true;
  };
  const bool has_length = request.has_header("Content-Length");
  const bool has_coding = request.has_header("Transfer-Encoding");
  const std::string length = request.get_header_value("Content-Length");
  if (request.get_header_value_count("Content-Length") > 1 || (has_length && has_coding))
    return refuse(400, "The length of the body is stated twice.");
  if (has_length && !is_number(length))
    return refuse(400, "Content-Length is not a number.");
  if (has_coding && (request.get_header_value_count("Transfer-Encoding") > 1 ||
                     request.get_header_value("Transfer-Encoding") != "chunked"))
    return refuse(400, "Transfer-Encoding may only be chunked.");
  if (has_length && std::stoull(length) > kLargestDrained) return refuse(413, kTooLarge);
  const bool has_body = has_coding || (has_length && std::stoull(length) > 0);
  if (!may_have_body(request) && has_body)
    return refuse(400, "A " + request.method.substr(0, 10) + " has no body here.");
  if (may_have_body(request) && !has_length && !has_coding)
    return refuse(411, "State the length of the body.");
  const std::string coding = request.get_header_value("Content-Encoding");
  if (may_have_body(request) && !coding.empty() && coding != "identity")
    return refuse(415, "Send the body without Content-Encoding.");
  if (may_have_body(request) && request.is_multipart_form_data())
    return refuse(415, "Send the question as application/json in UTF-8.");
  return false;
}

}  // namespace

HttpServer::HttpServer(const KnowledgeStore& store)
    : store_(store), check_(store), knowledge_(store) {
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
  library_.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  library_.set_tcp_nodelay(true);
  library_.set_keep_alive_timeout(kIdleSeconds);
  library_.set_keep_alive_max_count(1'000'000);
  library_.set_read_timeout(kReadSeconds);
  library_.set_payload_max_length(kLargestDrained);
  // Without SO_REUSEPORT, so that a second instance on the port is refused.
  library_.set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });

  library_.set_pre_routing_handler([this](const auto& request, auto& response) {
    using httplib::Server;
    RequestLog::begin();
    drop_headers(request);
    if (refuse_doubtful_framing(request, response))
      return Server::HandlerResponse::Handled;
    if (may_have_body(request)) return Server::HandlerResponse::Unhandled;
    answer(request, "", response);
    return Server::HandlerResponse::Handled;
  });
  const auto with_body = [this](const auto& request, auto& response,
                                const httplib::ContentReader& read_body) {
    answer_with_body(request, response, read_body);
  };
  library_.Post(".*", httplib::Server::HandlerWithContentReader(with_body));
  library_.Put(".*", httplib::Server::HandlerWithContentReader(with_body));
  library_.Patch(".*", httplib::Server::HandlerWithContentReader(with_body));

  // What the library refuses by itself comes without a body.
  library_.set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (!response.has_header("Content-Type"))
      reply_problem(response, response.status, "The request could not be understood.");
  });
  library_.set_exception_handler([](const auto&, auto& response, std::exception_ptr) {
    log_error("internal error");
    reply_problem(response, 500, "The service failed. The list was not checked.");
  });
  library_.set_logger(
      [](const auto&, const auto& response) { RequestLog::end(response.status); });
}

void HttpServer::answer_with_body(const httplib::Request& request,
                                  httplib::Response& response,
                                  const httplib::ContentReader& read_body) const {
  std::string body;
  std::size_t received = 0;
  const bool complete = read_body([&](const char* data, std::size_t length) {
    received += length;
    if (received <= kLargestBody) body.append(data, length);
    return received <= kLargestDrained;
  });
  if (received > kLargestDrained)
    return reply_problem_and_close(response, 413, kTooLarge);
  if (!complete)
    return reply_problem_and_close(response, 400, "The body ended before its length.");
  if (received > kLargestBody) return reply_problem(response, 413, kTooLarge);
  answer(request, body, response);
}

void HttpServer::answer(const httplib::Request& request, const std::string& body,
                        httplib::Response& response) const {
  Router::Match match = router_.find(request.method, request.path);
  if (match.pattern.empty())
    return reply_problem(response, 404, "There is nothing at this path.");
  RequestLog::route(match.pattern);
  if (match.handler == nullptr) {
    reply_problem(response, 405, "This path does not know the method.");
    return response.set_header("Allow", match.allowed);
  }
  Call call{request, body, std::move(match.key), response};
  (*match.handler)(call);
}

int HttpServer::bind(const std::string& host, int port) {
  if (port == 0) return library_.bind_to_any_port(host);
  return library_.bind_to_port(host, port) ? port : -1;
}

bool HttpServer::serve() {
  return library_.listen_after_bind();
}

void HttpServer::stop() {
  library_.stop();
}

}  // namespace crosscheck
