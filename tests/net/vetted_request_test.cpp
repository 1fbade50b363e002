#include "net/vetted_request.h"

#include <doctest/doctest.h>

#include <string>

namespace crosscheck {
namespace {

// "name=value;" for each parameter.
std::string parameters(const std::string& query) {
  httplib::Request request;
  fill(request, "GET /x" + query + " HTTP/1.1\r\nHost: h\r\n\r\n");
  std::string all;
  for (const auto& [name, value] : request.params) all += name + "=" + value + ";";
  return all;
}

TEST_CASE("a query loses nothing") {
  struct Case {
    std::string description;
    std::string query;
    std::string expected;
  };
  const Case cases[] = {
      {"none", "", ""},
      {"an empty one", "?", ""},
      {"two parameters", "?a=1&b=2", "a=1;b=2;"},
      {"equal ones", "?a=1&a=1", "a=1;a=1;"},
      {"one name, in its order", "?a=2&a=1", "a=2;a=1;"},
      {"a second equals sign", "?a=1=2", "a=1=2;"},
      {"a second question mark", "?a=1?b=2", "a=1?b=2;"},
      {"no value", "?a&b=", "a=;b=;"},
      {"nothing between", "?a=1&&b=2&", "a=1;b=2;"},
      {"escapes", "?a%20b=%2B%3d+1", "a b=+= 1;"},
      {"escapes that are none", "?a=%zz%", "a=%zz%;"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    CHECK(parameters(c.query) == c.expected);
  }
}

}  // namespace

TEST_CASE("a vetted head is read as it stands") {
  httplib::Request request;
  fill(
      request,
      "HEAD /a%2Fb+c?d=e HTTP/1.0\r\nHost: h\r\nAccept: x\r\nA: 100%0d\r\naccept: y\r\nEmpty: "
      "\r\n\r\n");
  CHECK(request.method == "HEAD");
  CHECK(request.version == "HTTP/1.0");
  CHECK(request.target == "/a%2Fb+c?d=e");
  CHECK(request.path == "/a/b+c");
  CHECK(request.get_header_value("Accept") == "x, y");
  CHECK(request.get_header_value("A") == "100%0d");
  CHECK(request.has_header("Empty"));
  CHECK(request.headers.size() == 4);
}

}  // namespace crosscheck
