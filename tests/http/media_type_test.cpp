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
      {"text/plain;q=nan, application/json", "application/json"},
      {"text/plain;q=inf, application/json", "application/json"},
      {"text/plain;q=infinity, application/json", "application/json"},
      {"text/plain;q=0x1p9, application/json;q=0.1", "application/json"},
      {"text/plain;q=2, application/json;q=0.1", "application/json"},
      {"text/plain;q=1.001, application/json;q=0.1", "application/json"},
      {"text/plain;q=1e0, application/json;q=0.1", "application/json"},
      {"text/plain;q=+1, application/json;q=0.1", "application/json"},
      {"text/plain;q=-0, application/json;q=0.1", "application/json"},
      {"text/plain;q=.9, application/json;q=0.1", "application/json"},
      {"text/plain;q=0.1234, application/json;q=0.1", "application/json"},
      {"text/plain;q=0.9x, application/json;q=0.1", "application/json"},
      {"text/plain;q=1;q=nan, application/json;q=0.1", "application/json"},
      {"text/plain;q=nan", ""},
      {"text/plain;q=0.000, application/json;q=0.001", "application/json"},
      {"text/plain;q=0.002, application/json;q=0.001", "text/plain"},
      {"text/plain;q=1., application/json;q=0.999", "text/plain"},
      {"text/plain;q=1.000, application/json;q=0.999", "text/plain"},
      {"text/plain;q=0., application/json", "application/json"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.accept);
    CHECK(negotiate(c.accept, {"application/json", "text/plain"}) == c.expected);
  }
}

TEST_CASE("parameters: of every type of a header") {
  using Values = std::vector<std::string>;
  const auto versions = [](std::string_view header) {
    return parameters(header, "fhirVersion");
  };
  CHECK(versions("") == Values{});
  CHECK(versions("application/fhir+json") == Values{});
  CHECK(versions("application/fhir+json; fhirVersion=4.0") == Values{"4.0"});
  CHECK(versions("application/fhir+json;q=0.5 ;FHIRVERSION=\"5.0\"") == Values{"5.0"});
  CHECK(versions("a/b;fhirVersion=4.0, c/d;x=1;fhirVersion=5.0, e/f") ==
        Values{"4.0", "5.0"});
  CHECK(versions("fhirVersion=4.0") == Values{});
  CHECK(versions("a/b;fhirVersion=\"") == Values{"\""});
  CHECK(versions(";,;=,fhirVersion") == Values{});
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
