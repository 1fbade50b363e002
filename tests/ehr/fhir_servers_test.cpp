#include "ehr/fhir_servers.h"

#include <doctest/doctest.h>

#include <memory>
#include <vector>

#include "ehr/fhir_inquiry.h"

namespace crosscheck {
namespace {

TEST_CASE("FhirServers: which addresses may be listed") {
  const char* const good[] = {"https://ehr.example.org/fhir/r4",
                              "https://ehr.example.org",
                              "https://ehr.example.org:8443/r4/",
                              "http://127.0.0.1:8081/fhir",
                              "http://localhost/fhir",
                              "http://[::1]:80"};
  for (const char* const address : good) {
    CAPTURE(address);
    Problems problems;
    CHECK(FhirServers::read(address, problems).size() == 1);
    CHECK(problems.empty());
  }
  const char* const bad[] = {"http://ehr.example.org/r4",
                             "http://127.0.0.1.example.org",
                             "http://localhost@example.org",
                             "ftp://ehr.example.org",
                             "https://",
                             "https:///r4",
                             "https://a b",
                             "https://user:word@ehr.example.org",
                             "https://ehr.example.org/r4?x=1",
                             "https://ehr.example.org/r4#x",
                             "https://ehr.example.org/%2e%2e/r4",
                             "https://ehr.example.org/../r4",
                             "//ehr.example.org",
                             ",https://ehr.example.org"};
  for (const char* const address : bad) {
    CAPTURE(address);
    Problems problems;
    FhirServers::read(address, problems);
    CHECK(problems.size() == 1);
  }
}

TEST_CASE("FhirServers: an address is found as a whole") {
  Problems problems;
  const FhirServers servers(
      FhirServers::read("https://a.example/r4/,https://b.example", problems),
      std::chrono::milliseconds(1));
  CHECK(servers.find("https://a.example/r4") == "https://a.example/r4");
  CHECK(servers.find("https://a.example/r4/") == "https://a.example/r4");
  CHECK(servers.find("https://b.example/") == "https://b.example");
  for (const char* const other :
       {"", "/", "https://a.example", "https://a.example/r4//", "https://a.example/r4/x",
        "https://a.example/r44", "https://A.example/r4", "http://a.example/r4",
        "https://b.example.org", "https://b.example:443"})
    CHECK_MESSAGE(!servers.find(other), other);
  CHECK(!FhirServers().find("https://a.example/r4"));
}

TEST_CASE("FhirServers: a place is given back") {
  FhirServers servers;
  const auto can_ask = [&servers] { return FhirServers::Place(servers).is_taken(); };
  {
    std::vector<std::unique_ptr<FhirServers::Place>> places;
    for (std::size_t i = 0; i < FhirServers::kMostAtOnce; ++i) {
      places.push_back(std::make_unique<FhirServers::Place>(servers));
      CHECK(places.back()->is_taken());
    }
    CHECK(!can_ask());
    CHECK(!can_ask());
  }
  CHECK(can_ask());
}

TEST_CASE("FhirInquiry: ids and tokens that cannot leave their place") {
  for (const char* const id : {"1", "a-b.C9", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"})
    CHECK_MESSAGE(FhirInquiry::is_id(id), id);
  for (const char* const id :
       {"", ".", "..", "a/b", "a&b=c", "a?b", "a#b", "a b", "a%2Fb", "a\nb", "\xc3\xa9"})
    CHECK_MESSAGE(!FhirInquiry::is_id(id), id);
  CHECK(!FhirInquiry::is_id(std::string(65, 'a')));
  CHECK(FhirInquiry::is_token("aZ0-._~+/="));
  for (const char* const token : {"a b", "a\r\nX: y", "a\"", "a,b", "\xc3\xa9"})
    CHECK_MESSAGE(!FhirInquiry::is_token(token), token);
  CHECK(!FhirInquiry::is_token(std::string(8193, 'a')));
}

}  // namespace
}  // namespace crosscheck
