#include "knowledge/pair_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <utility>
#include <vector>

namespace crosscheck {
namespace {

TEST_CASE("PairIndex holds what it was given, in either order, and nothing else") {
  constexpr std::uint32_t kIngredients = 200;
  std::vector<Interaction> rules(5);
  std::mt19937 random(20261122);
  std::vector<InteractingPair> pairs;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const Interaction*>>
      expected;
  for (int n = 0; n < 3000; ++n) {
    const std::uint32_t a = random() % kIngredients, b = random() % kIngredients;
    if (a == b) continue;
    const Interaction* rule = &rules[random() % rules.size()];
    pairs.push_back({{a}, {b}, rule});
    auto& list = expected[std::minmax(a, b)];
    if (std::find(list.begin(), list.end(), rule) == list.end()) list.push_back(rule);
  }
  const PairIndex index(kIngredients, pairs);
  for (std::uint32_t a = 0; a < kIngredients; ++a) {
    for (std::uint32_t b = 0; b < kIngredients; ++b) {
      const auto found = index.find({a}, {b});
      const std::vector<const Interaction*> list(found.begin(), found.end());
      const auto wanted = expected.find(std::minmax(a, b));
      REQUIRE(list == (wanted == expected.end() ? std::vector<const Interaction*>{}
                                                : wanted->second));
    }
  }
}

TEST_CASE("PairIndex may be empty") {
  CHECK(PairIndex(3, {}).find({0}, {2}).empty());
}

}  // namespace
}  // namespace crosscheck
