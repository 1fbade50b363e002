#include "json/json_node.h"

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace crosscheck {
namespace {

using Lines = std::vector<std::string>;

enum class Colour { red, green };
constexpr std::array<std::pair<Colour, std::string_view>, 2> kColours{
    {{Colour::red, "red"}, {Colour::green, "green"}}};

Lines problems_of(std::string_view text,
                  const std::function<void(const JsonNode&)>& read) {
  const auto document = nlohmann::json::parse(text);
  Problems problems;
  read(JsonNode(document, "t", problems));
  Lines lines;
  for (const Problem& problem : problems) lines.push_back(to_string(problem));
  return lines;
}

// One text, so that a failing check shows it.
std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

TEST_CASE("JsonNode says what it expected and what it found") {
  using Node = const JsonNode&;
  struct Case {
    std::string description;
    const char* text;
    std::function<void(Node)> read;
    Lines expected;
  };
  const Case cases[] = {
      {"no object at all",
       "[1]",
       [](Node n) { n.required_string("a"); },
       {"t: (document): expected an object; found [1]"}},
      {"a missing string",
       "{}",
       [](Node n) { n.required_string("a"); },
       {"t: /a: expected a non-empty string; found nothing"}},
      {"an empty string",
       R"({"a": ""})",
       [](Node n) { n.required_string("a"); },
       {"t: /a: expected a non-empty string; found \"\""}},
      {"null for a string",
       R"({"a": null})",
       [](Node n) { n.required_string("a"); },
       {"t: /a: expected a non-empty string; found null"}},
      {"an empty optional string",
       R"({"a": ""})",
       [](Node n) { n.optional_string("a"); },
       {"t: /a: expected a non-empty string; found \"\""}},
      {"a number for a text",
       R"({"a": 1})",
       [](Node n) { n.required_text("a"); },
       {"t: /a: expected a string; found 1"}},
      {"an object for an optional text",
       R"({"a": {}})",
       [](Node n) { n.optional_text("a"); },
       {"t: /a: expected a string; found {}"}},
      {"a string for an array",
       R"({"a": "x"})",
       [](Node n) { n.required_array("a"); },
       {"t: /a: expected an array; found \"x\""}},
      {"a string for an optional array",
       R"({"a": "x"})",
       [](Node n) { n.optional_array("a"); },
       {"t: /a: expected an array; found \"x\""}},
      {"an array for an object",
       R"({"a": []})",
       [](Node n) { n.required_object("a"); },
       {"t: /a: expected an object; found []"}},
      {"an array for an optional object",
       R"({"a": []})",
       [](Node n) { n.optional_object("a"); },
       {"t: /a: expected an object; found []"}},
      {"bad elements of strings",
       R"({"a": ["x", 1, "", "x"]})",
       [](Node n) { n.required_strings("a"); },
       {"t: /a/1: expected a non-empty string; found 1",
        "t: /a/2: expected a non-empty string; found \"\"",
        "t: /a/3: expected each string once; found \"x\" of 0 again"}},
      {"a number for a truth value",
       R"({"a": 1})",
       [](Node n) { n.required_bool("a"); },
       {"t: /a: expected true or false; found 1"}},
      {"a string for an optional truth value",
       R"({"a": "true"})",
       [](Node n) { n.optional_bool("a"); },
       {"t: /a: expected true or false; found \"true\""}},
      {"a missing number",
       "{}",
       [](Node n) { n.required_number("a"); },
       {"t: /a: expected a number; found nothing"}},
      {"a number in a string",
       R"({"a": "1"})",
       [](Node n) { n.optional_number("a"); },
       {"t: /a: expected a number; found \"1\""}},
      {"a number above its bounds",
       R"({"a": 150.5})",
       [](Node n) {
         n.optional_number("a", {0, 150});
       },
       {"t: /a: expected a number from 0 to 150; found 150.5"}},
      {"a number below its bound",
       R"({"a": -1})",
       [](Node n) { n.optional_number("a", {.least = 0.5}); },
       {"t: /a: expected a number of at least 0.5; found -1"}},
      {"a fraction for an integer",
       R"({"a": 1.5})",
       [](Node n) { n.required_integer("a", {.most = 9}); },
       {"t: /a: expected an integer of at most 9; found 1.5"}},
      {"an integer that no double holds",
       R"({"a": 18446744073709551615})",
       [](Node n) { n.required_integer("a"); },
       {"t: /a: expected an integer; found 18446744073709551615"}},
      {"a word of no enumeration",
       R"({"a": "blue"})",
       [](Node n) { n.required_token<Colour>("a", kColours); },
       {"t: /a: expected one of \"red\", \"green\"; found \"blue\""}},
      {"a number for an optional word",
       R"({"a": 1})",
       [](Node n) { n.optional_token<Colour>("a", kColours); },
       {"t: /a: expected one of \"red\", \"green\"; found 1"}},
      {"unknown members",
       R"({"a": 1, "b~/": 2})",
       [](Node n) {
         n.allow_only({"a", "c"});
       },
       {"t: /b~0~1: expected a member named a c; found \"b~/\""}},
      {"a value that is no string",
       R"({"a": ["x", 1]})",
       [](Node n) {
         for (Node element : n.required_array("a")) element.as_string();
       },
       {"t: /a/1: expected a non-empty string; found 1"}},
      {"a place deep inside",
       R"({"a": [{"b": {"c": 1}}]})",
       [](Node n) {
         n.required_array("a")[0].required_object("b")->required_string("c");
       },
       {"t: /a/0/b/c: expected a non-empty string; found 1"}},
      {"a long value",
       R"({"a": ["0123456789012345678901234567890123456789"]})",
       [](Node n) { n.required_string("a"); },
       {"t: /a: expected a non-empty string; found "
        "[\"01234567890123456789012345678901234567..."}},
      {"a long value is cut between characters",
       R"({"a": {"k": "é0123456789012345678901234567éééé"}})",
       [](Node n) { n.required_string("a"); },
       {"t: /a: expected a non-empty string; found "
        "{\"k\":\"é0123456789012345678901234567éé..."}},
      {"a long string of another kind",
       R"({"a": "0123456789012345678901234567890123456789012"})",
       [](Node n) { n.required_array("a"); },
       {"t: /a: expected an array; found \"012345678901234567890123456789012345678..."}},
      {"a reader's own report",
       R"({"a": {"b": 1}, "c": [7, 8]})",
       [](Node n) {
         n.report("a", "x");
         n.report("", "y", "z");
         n.report("q", "x");
         n.report_element("c", 1, "7", "8");
       },
       {"t: /a: expected x; found {\"b\":1}", "t: (document): expected y; found z",
        "t: /q: expected x; found nothing", "t: /c/1: expected 7; found 8"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    CHECK(joined(problems_of(c.text, c.read)) == joined(c.expected));
  }
}

TEST_CASE("JsonNode gives what is there") {
  const auto document = nlohmann::json::parse(R"({
      "string": "s", "empty": "", "null": null, "array": ["x", {"y": 1}, null],
      "strings": ["a", "b", "a"], "yes": true, "number": 2.5, "whole": 3.0,
      "colour": "green", "object": {"k": "v"}})");
  Problems problems;
  const JsonNode node(document, "t", problems);

  CHECK(node.required_string("string") == "s");
  CHECK(node.optional_string("string") == "s");
  CHECK(node.optional_string("null") == std::nullopt);
  CHECK(node.optional_string("missing") == std::nullopt);
  CHECK(node.required_text("empty").empty());
  CHECK(node.optional_text("null").empty());
  CHECK(node.optional_array("null").empty());
  CHECK(node.optional_object("missing") == std::nullopt);
  CHECK(node.required_strings("strings", Repeats::allowed) ==
        std::vector<std::string>{"a", "b", "a"});
  CHECK(node.required_bool("yes"));
  CHECK(node.optional_bool("null") == std::nullopt);
  CHECK(node.optional_number("number") == 2.5);
  CHECK(node.optional_number("null") == std::nullopt);
  CHECK(node.required_integer("whole", {3, 3}) == 3);
  CHECK(node.required_token<Colour>("colour", kColours) == Colour::green);
  CHECK(node.optional_token<Colour>("null", kColours) == std::nullopt);
  CHECK(node.has("number"));
  CHECK(!node.has("null"));
  CHECK(!node.has("missing"));
  CHECK(node.required_object("object")->required_string("k") == "v");

  const auto array = node.required_array("array");
  REQUIRE(array.size() == 3);
  CHECK(array[0].is_string());
  CHECK(array[0].as_string() == "x");
  CHECK(array[1].is_object());
  CHECK(array[1].pointer() == "/array/1");
  CHECK(array[1].source() == "t");
  CHECK(!array[0].has("x"));
  CHECK(array[0].members().empty());

  const auto members = node.required_object("object")->members();
  REQUIRE(members.size() == 1);
  CHECK(members[0].first == "k");
  CHECK(members[0].second.pointer() == "/object/k");
  CHECK(problems.empty());
}

TEST_CASE("JsonNode stops reporting when the list is full") {
  nlohmann::json document = nlohmann::json::object();
  for (int i = 0; i < 20'000; ++i) document["x" + std::to_string(i)] = i;
  Problems problems;
  JsonNode(document, "t", problems).allow_only({});
  CHECK(problems.size() == 10'000);
}

}  // namespace
}  // namespace crosscheck
