#include "json/json_reader.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace crosscheck {
namespace {

using namespace std::string_literals;

std::vector<std::string> problems_of(std::string_view text) {
  Problems problems;
  const auto document = read_json(text, "t.json", problems);
  CHECK((document != nullptr) == problems.empty());
  std::vector<std::string> lines;
  for (const Problem& problem : problems) lines.push_back(to_string(problem));
  return lines;
}

std::string nested(std::size_t depth, const std::string& open, const std::string& close) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) text += open;
  for (std::size_t i = 0; i < depth; ++i) text += close;
  return text;
}

// One text, so that a failing check shows it.
std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

TEST_CASE("read_json refuses what is not one strict JSON document") {
  struct Case {
    std::string description;
    std::string text;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"no text", "", {"t.json: (document): expected a JSON document; found nothing"}},
      {"only space",
       " \n\t",
       {"t.json: (document): expected a JSON document; found nothing"}},
      {"a byte order mark",
       "\xEF\xBB\xBF{}",
       {"t.json: (document): expected a JSON document; found a byte order mark before "
        "it"}},
      {"a NUL byte at the end",
       "{}\0"s,
       {"t.json: (document): expected a JSON document; found a NUL byte at line 1, "
        "column 3"}},
      {"a NUL byte in a string",
       "[\n\"a\0b\"]"s,
       {"t.json: (document): expected a JSON document; found a NUL byte at line 2, "
        "column 3"}},
      {"a byte that is not UTF-8",
       "{\"a\": \"\xFF\"}",
       {"t.json: (document): expected UTF-8; found another byte at line 1, column 8"}},
      {"an overlong form",
       "\"\xC0\xAF\"",
       {"t.json: (document): expected UTF-8; found another byte at line 1, column 2"}},
      {"a surrogate",
       "\"\xED\xA0\x80\"",
       {"t.json: (document): expected UTF-8; found another byte at line 1, column 2"}},
      {"an escaped half of a surrogate pair",
       R"("\ud800")",
       {"t.json: (document): expected a JSON document; found a syntax error at line 1, "
        "column 8"}},
      {"a text that ends early",
       "{\"a\": [1,",
       {"t.json: (document): expected a JSON document; found only a part of one"}},
      {"a string that ends early",
       "{\"a",
       {"t.json: (document): expected a JSON document; found only a part of one"}},
      {"a trailing comma",
       "[1,\n 2,]",
       {"t.json: (document): expected a JSON document; found a syntax error at line 2, "
        "column 4"}},
      {"a comment",
       "[1, // one\n 2]",
       {"t.json: (document): expected a JSON document; found a syntax error at line 1, "
        "column 5"}},
      {"NaN",
       "[NaN]",
       {"t.json: (document): expected a JSON document; found a syntax error at line 1, "
        "column 2"}},
      {"Infinity",
       "-Infinity",
       {"t.json: (document): expected a JSON document; found a syntax error at line 1, "
        "column 2"}},
      {"a leading zero",
       "[01]",
       {"t.json: (document): expected a JSON document; found a syntax error at line 1, "
        "column 3"}},
      {"a number beyond a double",
       "[1e400]",
       {"t.json: (document): expected a number that a double can hold; found a larger "
        "one at line 1, column 6"}},
      {"a line break in a string",
       "\"a\nb\"",
       {"t.json: (document): expected a JSON document; found a syntax error at line 1, "
        "column 3"}},
      {"something behind the document",
       "{} x",
       {"t.json: (document): expected one JSON document; found more behind it at line 1, "
        "column 4"}},
      {"two documents",
       "{}{}",
       {"t.json: (document): expected one JSON document; found more behind it at line 1, "
        "column 3"}},
      {"a key twice",
       R"({"a": 1, "a": 2})",
       {"t.json: /a: expected each member name once; found it again"}},
      {"a key twice under another spelling",
       R"({"a/b": 1, "\u0061\/b": 2})",
       {"t.json: /a~1b: expected each member name once; found it again"}},
      {"all duplicates, also inside one another",
       R"({"x": [0, {"k": 1, "k": {"q": 1, "q": 2, "q": 3}}], "x": 1})",
       {"t.json: /x/1/k: expected each member name once; found it again",
        "t.json: /x/1/k/q: expected each member name once; found it again",
        "t.json: /x/1/k/q: expected each member name once; found it again",
        "t.json: /x: expected each member name once; found it again"}},
      {"a duplicate before a syntax error",
       R"({"a": 1, "a": 2)",
       {"t.json: /a: expected each member name once; found it again",
        "t.json: (document): expected a JSON document; found only a part of one"}},
      {"65 arrays in one another",
       nested(65, "[", "]"),
       {"t.json: (document): expected at most 64 values inside one another; found more"}},
      {"65 objects in one another",
       nested(65, "{\"a\":", "}"),
       {"t.json: (document): expected at most 64 values inside one another; found more"}},
      {"100,000 arrays in one another",
       nested(100'000, "[", ""),
       {"t.json: (document): expected at most 64 values inside one another; found more"}},
      {"250,000 objects and arrays in one another",
       nested(250'000, "[{\"a\":", "}]"),
       {"t.json: (document): expected at most 64 values inside one another; found more"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    CHECK(joined(problems_of(c.text)) == joined(c.expected));
  }
}

TEST_CASE("read_json reads what RFC 8259 allows") {
  const std::string cases[] = {
      "{}",
      " [] \n",
      "null",
      "\"\"",
      "-0.5e-3",
      "18446744073709551615",
      "123456789012345678901234567890",
      R"({"a":{"b":[1,2.5,true,null,"\u0000é\ud83d\ude00"]},"":{},"c":[[],{}]})",
      nested(64, "[", "]"),
  };
  for (const std::string& text : cases) {
    CAPTURE(text);
    Problems problems;
    const auto document = read_json(text, "t.json", problems);
    CHECK(problems.empty());
    REQUIRE(document != nullptr);
    CHECK(*document == nlohmann::json::parse(text));
  }
}

TEST_CASE("read_json: a hostile document gets no larger answer than itself") {
  std::string text = "{\"" + std::string(100'000, 'k') + "\": {";
  for (int i = 0; i < 100'000; ++i) text += "\"a\": 1,";
  text += "\"a\": 1}}";
  std::size_t size = 0;
  for (const std::string& line : problems_of(text)) size += line.size();
  CHECK(size < text.size());
}

TEST_CASE("read_json adds to the problems that are there") {
  Problems problems{{"other.json", "/x", "expected x; found y"}};
  CHECK(read_json("[1]", "t.json", problems) != nullptr);
  CHECK(problems.size() == 1);
}

}  // namespace
}  // namespace crosscheck
