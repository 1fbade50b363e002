#include "rxnav/rxnav_query.h"

#include <doctest/doctest.h>

namespace crosscheck {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("words stand between spaces, pluses and commas, however many") {
  struct Case {
    std::string description;
    RxnavQuery::Pairs pairs;
    Words expected;
  };
  const Case cases[] = {
      {"none", {}, {}},
      {"another name", {{"rxcui", "1"}}, {}},
      {"only separators", {{"rxcuis", " +, "}}, {}},
      {"one", {{"rxcuis", "1292"}}, {"1292"}},
      {"each separator", {{"rxcuis", "1 2+3,4\t5"}}, {"1", "2", "3", "4", "5"}},
      {"several, before and behind", {{"rxcuis", "+1, +2+ "}}, {"1", "2"}},
      {"the name in any case", {{"RxCUIs", "1"}, {"rxcuis", "2"}}, {"1", "2"}},
      {"twice is kept", {{"rxcuis", "1+2+1"}}, {"1", "2", "1"}},
      {"what is no number is a word, too", {{"rxcuis", "null+1"}}, {"null", "1"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    CHECK(RxnavQuery(c.pairs).words("rxcuis") == c.expected);
  }
}

TEST_CASE("a text is the first that is not blank, trimmed, and keeps its separators") {
  const RxnavQuery query({{"name", " "}, {"NAME", " Tylenol + codeine, 30 mg "}});
  CHECK(query.text("name") == "Tylenol + codeine, 30 mg");
  CHECK(query.text("term").empty());
}

TEST_CASE("each word once, where it came first") {
  CHECK(each_once({"b", "a", "b", "a", "c"}) == Words{"b", "a", "c"});
  CHECK(each_once({}).empty());
}

}  // namespace
}  // namespace crosscheck
