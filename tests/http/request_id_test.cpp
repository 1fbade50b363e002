#include "http/request_id.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace crosscheck {
namespace {

RequestId read(const char* header, const std::string& value) {
  httplib::Request request;
  request.headers.emplace(header, value);
  return read_request_id(request);
}

TEST_CASE("an id that is one is taken over, anything else is not") {
  for (const std::string& id : std::vector<std::string>{
           "0123456789abcdef", "3F2504E0-4F89-11D3-9A0C-0305E82C3301",
           "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    CHECK(read("X-Request-ID", id).request == id);
  for (const std::string& other : std::vector<std::string>{
           "", "baclofen", "deadbeef", "0123456789abcdeg", "Jane Doe 0123456789abcdef",
           "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0"}) {
    const RequestId id = read("X-Request-ID", other);
    CHECK(id.request != other);
    CHECK(id.request.size() == 32);
  }
}

TEST_CASE("a trace goes on, with a span of our own") {
  const std::string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
  const RequestId id = read("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
  CHECK(id.trace == trace);
  CHECK(id.span.size() == 16);
  CHECK(id.span != "00f067aa0ba902b7");
  httplib::Response response;
  write_request_id(id, response);
  CHECK(response.get_header_value("traceparent") ==
        "00-" + trace + "-" + id.span + "-00");
  CHECK(response.get_header_value("X-Request-ID") == id.request);
}

TEST_CASE("a trace that is none is not gone on with") {
  const std::string zeros(32, '0');
  for (const std::string& header :
       {std::string(), std::string("00-baclofen"), "00-" + zeros + "-00f067aa0ba902b7-01",
        std::string("00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"),
        std::string("ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        std::string("00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01")}) {
    const RequestId id = read("traceparent", header);
    CHECK(id.trace.size() == 32);
    CHECK(header.find(id.trace) == std::string::npos);
  }
}

TEST_CASE("ids differ from one another") {
  CHECK(read_request_id({}).request != read_request_id({}).request);
}

}  // namespace
}  // namespace crosscheck
