#include "naming/name_search.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "small_rules.h"

namespace crosscheck {
namespace {

TEST_CASE("search_names: by beginning, by a later word, by a near spelling") {
  const auto rules = small_rules();
  const auto names = [&](const char* text, std::size_t limit) {
    std::vector<std::string> all;
    for (const NameHit& hit : search_names(rules->recogniser().names(), text, limit))
      all.push_back(hit.name);
    return all;
  };
  using Names = std::vector<std::string>;
  CHECK(names("lior", 20) == Names{"Lioresal", "Lioresal Intrathecal"});
  CHECK(names("LIORESAL IN", 20) == Names{"Lioresal Intrathecal", "Lioresal"});
  CHECK(names("glarg", 20) == Names{"insulin glargine"});
  CHECK(names("bacl", 20) == Names{"baclofen", "Apo-Baclofen", "FIRST-Baclofen"});
  CHECK(names("diazpam", 20) == Names{"diazepam"});
  CHECK(names("in", 1) == Names{"insulin"});
  CHECK(names("  ", 20).empty());
  CHECK(names("qqqq", 20).empty());
}

TEST_CASE("search_names shows all that a name may mean") {
  const auto rules = small_rules();
  const auto hits = search_names(rules->recogniser().names(), "unisom", 20);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].ingredients.size() == 2);
}

}  // namespace
}  // namespace crosscheck
