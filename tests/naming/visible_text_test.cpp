#include "naming/visible_text.h"

#include <doctest/doctest.h>

#include <string>

namespace crosscheck {
namespace {

TEST_CASE("is_blank: only what nobody sees") {
  for (const std::string text :
       {"", " ", "\t\n", "\u00A0", "\u200B\uFEFF", "\u3000 \u2028"})
    CHECK(is_blank(text));
  for (const std::string text : {"a", " . ", "\u00B5", "\xff", "0"})
    CHECK(!is_blank(text));
}

TEST_CASE("visible: nothing that moves a cursor or turns the writing") {
  CHECK(visible("a\x1b[2Jb\nc") == "a [2Jb c");
  CHECK(visible("a\u202Eb\u0085c") == "a b c");
  CHECK(visible("caf\u00E9 \xff!") == "caf\u00E9 \uFFFD!");
}

TEST_CASE("length_in_characters counts characters") {
  CHECK(length_in_characters("") == 0);
  CHECK(length_in_characters("\u00FC\u00FC") == 2);
  CHECK(length_in_characters("a\xff") == 2);
}

}  // namespace
}  // namespace crosscheck
