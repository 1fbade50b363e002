// One broken fixture for each message.
#include "pack/class_reader.h"

#include <doctest/doctest.h>

#include "rules_fixture.h"

namespace crosscheck {
namespace {

TEST_CASE("classes.json: what is refused") {
  const std::string file = "terminology/classes.json";
  check_broken_rules({
      {"a class that is not known",
       file,
       R"(["maoi-b"])",
       R"(["maoi-bb"])",
       {file +
        ": /classes/0/contains/0: expected a class key; found \"maoi-bb\" (did you "
        "mean \"maoi-b\"?)"}},
      {"a member that is not known",
       file,
       R"(["selegiline"])",
       R"(["selegilin"])",
       {file + ": /classes/1/members/0: expected an ingredient key; found \"selegilin\" "
               "(did you mean \"selegiline\"?)"}},
      {"an empty class",
       file,
       R"(["selegiline"])",
       "[]",
       {file +
        ": /classes/1: expected a class with an ingredient; found none, in contained "
        "classes neither"}},
      {"a class that contains itself",
       file,
       R"("contains": [])",
       R"("contains": ["maoi-b"])",
       {file + ": /classes/1/contains: expected classes without a cycle; found maoi-b -> "
               "maoi-b"}},
      {"two classes that contain one another",
       file,
       R"("contains": [])",
       R"("contains": ["maoi"])",
       {file + ": /classes/0/contains: expected classes without a cycle; found maoi -> "
               "maoi-b -> maoi"}},
      {"a cycle of three",
       file,
       R"("contains": [], "members": ["selegiline"], "origin": ["own"]})",
       R"("contains": ["c"], "members": ["selegiline"], "origin": ["own"]},
          {"key": "c", "name": "c", "contains": ["maoi"], "members": [], "origin": ["own"]})",
       {file + ": /classes/0/contains: expected classes without a cycle; found maoi -> "
               "maoi-b -> c -> maoi"}},
      {"one key for two classes",
       file,
       R"("key": "maoi-b")",
       R"("key": "maoi")",
       {file + ": /classes/0/contains/0: expected a class key; found \"maoi-b\" (did you "
               "mean \"maoi\"?)",
        file + ": /classes/1/key: expected an unused class key; found \"maoi\", which is "
               "taken by terminology/classes.json: /classes/0"}},
      {"an unknown member",
       file,
       R"("contains": [])",
       R"("contains": [], "contain": [])",
       {file +
        ": /classes/1/contain: expected a member named key name contains members duplication "
        "origin; found \"contain\""}},
  });
}

}  // namespace
}  // namespace crosscheck
