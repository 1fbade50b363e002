#include "http/http_server.h"

#include <doctest/doctest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>
#include <stdexcept>
#include <thread>

namespace crosscheck {
namespace {

constexpr const char* kSecret = "canary of a patient";

// What is logged while it lives.
class CapturedLog {
 public:
  CapturedLog() : before_(spdlog::default_logger()) {
    spdlog::set_default_logger(std::make_shared<spdlog::logger>(
        "test", std::make_shared<spdlog::sinks::ostream_sink_mt>(text_)));
  }
  ~CapturedLog() { spdlog::set_default_logger(before_); }
  std::string text() const { return text_.str(); }

 private:
  std::ostringstream text_;
  std::shared_ptr<spdlog::logger> before_;
};

Router failing_routes() {
  Router router;
  router.add("GET", "/fails", Scope::none, [](Call& call) {
    call.response.set_header("Vary", kSecret);
    call.response.body = kSecret;
    throw std::runtime_error(kSecret);
  });
  router.add("GET", "/fails-oddly", Scope::none, [](Call&) { throw kSecret; });
  return router;
}

TEST_CASE("a handler that throws: an id for the client and the log, and nothing else") {
  const CapturedLog log;
  const ApiKeys keys;
  const CrossOrigin origins;
  Metrics metrics;
  HttpServer server(failing_routes(), keys, origins, metrics, Limits{}, 1);
  ListeningSocket socket = ListeningSocket::open("127.0.0.1", 0);
  REQUIRE_MESSAGE(socket.is_open(), socket.error());
  const int port = socket.port();
  server.take(std::move(socket));
  std::thread serving([&] { server.serve(); });
  httplib::Client client("127.0.0.1", port);
  for (const char* path : {"/fails", "/fails-oddly"}) {
    CAPTURE(path);
    const auto answer = client.Get(path);
    REQUIRE(answer);
    CHECK(answer->status == 500);
    const std::string id = answer->get_header_value("X-Request-ID");
    CHECK(id.size() == 32);
    CHECK(answer->body.find(id) != std::string::npos);
    CHECK(answer->get_header_value("Content-Type") == "application/problem+json");
    CHECK(answer->get_header_value("Content-Security-Policy") != "");
    CHECK(log.text().find(id) != std::string::npos);
    CHECK(answer->body.find(kSecret) == std::string::npos);
    for (const auto& [name, value] : answer->headers) CHECK(value != kSecret);
  }
  server.stop();
  serving.join();
  CHECK(log.text().find("internal error") != std::string::npos);
  CHECK(log.text().find(kSecret) == std::string::npos);
}

}  // namespace
}  // namespace crosscheck
