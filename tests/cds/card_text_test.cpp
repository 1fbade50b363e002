#include "cds/card_text.h"

#include <doctest/doctest.h>

#include <string>

#include "naming/visible_text.h"

namespace crosscheck {
namespace {

TEST_CASE("a text is cut at a word, and never inside a character") {
  struct Case {
    std::string text;
    std::size_t most;
    std::string expected;
  };
  const Case cases[] = {
      {"", 5, ""},
      {"short", 5, "short"},
      {"two words", 8, "two…"},
      {"two words", 4, "two…"},
      {"oneword", 4, "one…"},
      {"ééééé", 5, "ééééé"},
      {"éééééé", 5, "éééé…"},
      {" a", 1, "…"},
      {"a b c d", 6, "a b c…"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(shortened(c.text, c.most) == c.expected);
    CHECK(length_in_characters(shortened(c.text, c.most)) <= c.most);
  }
}

TEST_CASE("what came from outside cannot write Markdown or HTML") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"Lioresal 10 mg", "Lioresal 10 mg"},
      {"<b>", "\\<b\\>"},
      {"[a](b)", "\\[a\\](b)"},
      {"![a](b)", "\\!\\[a\\](b)"},
      {"**x** _y_ `z`", "\\*\\*x\\*\\* \\_y\\_ \\`z\\`"},
      {"a\n# b", "a \\# b"},
      {"back\\slash", "back\\\\slash"},
      {"a & b | c", "a \\& b \\| c"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(escaped(c.text) == c.expected);
  }
}

}  // namespace
}  // namespace crosscheck
