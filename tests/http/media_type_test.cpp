#include "http/media_type.h"

#include <doctest/doctest.h>

#include <string>

namespace crosscheck {
namespace {

TEST_CASE("negotiate: what a client accepts best") {
  struct Case {
    std::string accept;
    std::string expected;
  };
  const Case cases[] = {
      {"", "application/json"},
      {"*/*", "application/json"},
      {"text/plain", "text/plain"},
      {"TEXT/Plain", "text/plain"},
      {"text/*", "text/plain"},
      {"application/*;q=0.5, text/*", "text/plain"},
      {"text/plain;q=0.4, */*;q=0.5", "application/json"},
      {"text/plain, application/json", "application/json"},
      {"application/json;q=0, */*", "text/plain"},
      {"text/html", ""},
      {"application/json;q=0", ""},
      {"application/jsonx", ""},
      {"text/html, application/xhtml+xml, */*;q=0.8", "application/json"},
      {",;,q=", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.accept);
    CHECK(negotiate(c.accept, {"application/json", "text/plain"}) == c.expected);
  }
}

TEST_CASE("is_json: JSON in UTF-8 and nothing else") {
  for (const std::string type :
       {"application/json", "Application/JSON", "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\"", "application/json; profile=x"})
    CHECK_MESSAGE(is_json(type), type);
  for (const std::string type :
       {"", "text/json", "application/json; charset=latin1", "application/jsonp",
        "application/json, text/plain", "multipart/form-data; boundary=x"})
    CHECK_MESSAGE(!is_json(type), type);
}

}  // namespace
}  // namespace crosscheck
