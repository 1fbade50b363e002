#include "check/duplicate_finder.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "check/ask.h"
#include "check/checker.h"
#include "check/wording.h"
#include "small_rules.h"

namespace crosscheck {
namespace {

TEST_CASE("the same ingredient twice, or two members of a class, are duplicates") {
  struct Case {
    std::string description;
    std::vector<std::string> list;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"nothing twice", {"baclofen", "diazepam"}, {}},
      {"by generic, brand and combination",
       {"baclofen", "Benadryl", "Lioresal 10 mg", "Tylenol PM", "Tylenol"},
       {"0+2 baclofen is in 2 entries of the list",
        "1+3 diphenhydramine is in 2 entries of the list",
        "3+4 acetaminophen is in 2 entries of the list"}},
      {"two benzodiazepines",
       {"diazepam", "baclofen", "clonazepam"},
       {"0+2 diazepam and clonazepam are both benzodiazepines"}},
      {"one of them twice",
       {"clonazepam", "diazepam", "clonazepam 1 mg"},
       {"0+1+2 clonazepam and diazepam are both benzodiazepines",
        "0+2 clonazepam is in 2 entries of the list"}},
      {"one benzodiazepine twice is no duplication of the class",
       {"diazepam", "diazepam"},
       {"0+1 diazepam is in 2 entries of the list"}},
      {"one of them is for the eye", {"diazepam", "clonazepam eye drops"}, {}},
      {"both in one entry are told as ambiguous", {"diazepam, clonazepam"}, {}},
      {"a class that says nothing of duplication", {"morphine", "baclofen"}, {}},
  };
  const auto rules = small_rules();
  for (const Case& c : cases) {
    CAPTURE(c.description);
    std::vector<std::string> lines;
    for (const Duplicate& duplicate : check(*rules, ask(c.list)).duplicates) {
      std::string positions;
      for (const auto position : duplicate.medications)
        positions += (positions.empty() ? "" : "+") + std::to_string(position);
      lines.push_back(positions + " " + summary(rules->knowledge(), duplicate));
    }
    CHECK(lines == c.expected);
  }
}

}  // namespace
}  // namespace crosscheck
