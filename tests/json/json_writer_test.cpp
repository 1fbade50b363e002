#include "json/json_writer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

namespace crosscheck {
namespace {

using namespace std::string_literals;

TEST_CASE("JsonWriter puts commas and brackets where they belong") {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object();
  writer.member("string", "s");
  writer.member("text", std::string("t"));
  writer.member("yes", true);
  writer.member("whole", std::size_t{7});
  writer.member("number", 80.0);
  writer.member("absent", std::optional<std::string>());
  writer.member("present", std::optional<double>(0.1));
  writer.begin_array("empty");
  writer.end_array();
  writer.begin_array("array");
  writer.integer(-1);
  writer.null();
  writer.begin_object();
  writer.end_object();
  writer.begin_array();
  writer.string("x");
  writer.string("y");
  writer.end_array();
  writer.raw("{\"raw\":1}");
  writer.end_array();
  writer.begin_object("object");
  writer.member("last", false);
  writer.end_object();
  writer.end_object();
  CHECK(out ==
        R"({"string":"s","text":"t","yes":true,"whole":7,"number":80,"absent":null,)"
        R"("present":0.1,"empty":[],"array":[-1,null,{},["x","y"],{"raw":1}],)"
        R"("object":{"last":false}})");
}

TEST_CASE("JsonWriter escapes") {
  struct Case {
    std::string description;
    std::string text;
    std::string expected;
  };
  const Case cases[] = {
      {"nothing", "", R"("")"},
      {"plain text", "baclofen 10 mg", R"("baclofen 10 mg")"},
      {"quotes and backslashes", "a\"b\\c", R"("a\"b\\c")"},
      {"line breaks and tabs", "a\nb\rc\td", R"("a\nb\rc\td")"},
      {"other control characters", "\0\x01\x1f\x7f"s, "\"\\u0000\\u0001\\u001f\x7f\""},
      {"characters beyond ASCII", "é€😀", "\"é€😀\""},
      {"a stray continuation", "a\x80z", "\"a\uFFFDz\""},
      {"a character cut short", "a\xE2\x82", "\"a\uFFFD\uFFFD\""},
      {"a surrogate", "\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    CHECK(json_quoted(c.text) == c.expected);
  }
}

TEST_CASE("JsonWriter escapes a character wherever it stands") {
  for (int byte = 0; byte < 0x80; ++byte) {
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, 'a');
      text[at] = static_cast<char>(byte);
      CAPTURE(byte);
      CAPTURE(at);
      const std::string written = json_quoted(text);
      CHECK(nlohmann::json::parse(written).get<std::string>() == text);
      const bool is_escaped = byte < 0x20 || byte == '"' || byte == '\\';
      CHECK((written.size() > text.size() + 2) == is_escaped);
    }
  }
}

TEST_CASE("JsonWriter: numbers that are not finite become null") {
  std::string out;
  JsonWriter writer(out);
  writer.begin_array();
  writer.number(std::numeric_limits<double>::infinity());
  writer.number(std::nan(""));
  writer.number(1e300);
  writer.end_array();
  CHECK(out == "[null,null,1e+300]");
}

TEST_CASE("JsonWriter: whatever the bytes, the output is valid JSON") {
  std::mt19937 random(20261122);  // Fixed seed: a failure can be repeated.
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (auto i = random() % 12; i > 0; --i) bytes += static_cast<char>(random());
    CHECK(nlohmann::json::accept(json_quoted(bytes)));
  }
}

TEST_CASE("JsonWriter goes 64 levels deep") {
  std::string out;
  JsonWriter writer(out);
  for (int i = 0; i < 64; ++i) writer.begin_array();
  for (int i = 0; i < 64; ++i) writer.end_array();
  CHECK(nlohmann::json::accept(out));
}

}  // namespace
}  // namespace crosscheck
