#include "http/bearer.h"

#include <doctest/doctest.h>

namespace crosscheck {
namespace {

TEST_CASE("bearer_token: whatever the case of the scheme") {
  for (const char* header :
       {"Bearer KEY", "bearer KEY", "BEARER KEY", "bEaReR KEY", "Bearer   KEY"}) {
    CAPTURE(header);
    CHECK(bearer_token(header) == "KEY");
  }
  CHECK(bearer_token("Bearer ") == "");
  CHECK(bearer_token("bearer a b") == "a b");
  for (const char* header : {"", " ", "Bearer", "BearerKEY", "Basic KEY", "Bearers KEY",
                             "Beare KEY", " Bearer KEY", "\"earer KEY", "Bearer\tKEY"}) {
    CAPTURE(header);
    CHECK(!bearer_token(header));
  }
}

}  // namespace
}  // namespace crosscheck
