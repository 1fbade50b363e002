#include "http/router.h"

#include <doctest/doctest.h>

#include <string>

namespace crosscheck {
namespace {

TEST_CASE("find: the handler, the key, and the methods of the path") {
  Router router;
  for (const auto& [method, pattern] : {std::pair{"GET", "/v1/rules"},
                                        {"GET", "/v1/rules/{key}"},
                                        {"POST", "/v1/check"},
                                        {"POST", "/s/{key}/f"}})
    router.add(method, pattern, Scope::none, [](Call&) {});
  struct Case {
    std::string method, path, pattern, key, allowed;
    bool found;
  };
  const Case cases[] = {
      {"GET", "/v1/rules", "/v1/rules", "", "GET, HEAD", true},
      {"HEAD", "/v1/rules", "/v1/rules", "", "GET, HEAD", true},
      {"GET", "/v1/rules/a-b", "/v1/rules/{key}", "a-b", "GET, HEAD", true},
      {"POST", "/v1/check", "/v1/check", "", "POST", true},
      {"GET", "/v1/check", "/v1/check", "", "POST", false},
      {"DELETE", "/v1/rules/a", "/v1/rules/{key}", "", "GET, HEAD", false},
      {"POST", "/s/a-b/f", "/s/{key}/f", "a-b", "POST", true},
      {"POST", "/s//f", "", "", "", false},
      {"POST", "/s/f", "", "", "", false},
      {"POST", "/s/a/b/f", "", "", "", false},
      {"GET", "/v1/rules/", "", "", "", false},
      {"GET", "/v1/rules/a/b", "", "", "", false},
      {"GET", "/v1/rulesx", "", "", "", false},
      {"GET", "", "", "", "", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.method + " " + c.path);
    const auto match = router.find(c.method, c.path);
    CHECK(match.pattern == c.pattern);
    CHECK(match.key == c.key);
    CHECK(match.allowed == c.allowed);
    CHECK((match.handler != nullptr) == c.found);
  }
}

TEST_CASE("allowance: of the route") {
  Router router;
  router.add("POST", "/small", Scope::none, [](Call&) {}, {.body = 10, .quick = 5});
  router.add("GET", "/key/{key}", Scope::none, [](Call&) {}, {.body = 7, .quick = 3});
  router.add("POST", "/large", Scope::none, [](Call&) {}, {.body = 5u << 20U});
  struct Case {
    std::string method, path;
    std::size_t body, quick;
  };
  const Allowance usual;
  const Case cases[] = {
      {"POST", "/small", 10, 5},
      {"HEAD", "/key/a", 7, 3},
      {"GET", "/small", usual.body, usual.quick},
      {"GET", "/nothing", usual.body, usual.quick},
      {"POST", "/large", 5u << 20U, usual.quick},
  };
  for (const Case& c : cases) {
    CAPTURE(c.method + " " + c.path);
    const Allowance found = router.allowance(c.method, c.path);
    CHECK(found.body == c.body);
    CHECK(found.quick == c.quick);
  }
}

}  // namespace
}  // namespace crosscheck
