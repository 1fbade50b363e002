#include "pack/nearest_spelling.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace crosscheck {
namespace {

TEST_CASE("NearestSpelling finds the one that was meant, or none") {
  struct Case {
    std::string misspelt;
    std::vector<std::string> words;
    std::string expected;
  };
  const Case cases[] = {
      {"maoii", {"opioid", "maoi", "ssri"}, "maoi"},
      {"baclofin", {"baclofen", "baclofens"}, "baclofen"},
      {"warfarni", {"warfarin"}, "warfarin"},
      {"aspirin", {"baclofen", "maoi"}, ""},
      {"x", {}, ""},
      {"x", {"y", "xy"}, "xy"},    // both one step away: the first in order
      {"ab", {"cd"}, ""},          // nothing of it is right
      {"abcdef", {"abcxyz"}, ""},  // more than a third wrong
      {"abcdef", {"abcdxy", "abcdex", "abcdea"}, "abcdea"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.misspelt);
    NearestSpelling forwards(c.misspelt);
    NearestSpelling backwards(c.misspelt);
    for (const auto& word : c.words) forwards.consider(word);
    for (auto word = c.words.rbegin(); word != c.words.rend(); ++word)
      backwards.consider(*word);
    CHECK(std::string(forwards.best()) == c.expected);
    CHECK(std::string(backwards.best()) == c.expected);
  }
}

}  // namespace
}  // namespace crosscheck
