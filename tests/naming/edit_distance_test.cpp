#include "naming/edit_distance.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace crosscheck {
namespace {

// The definition, without limits or saved rows.
std::size_t by_definition(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1,
                                          std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1,
                          d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

TEST_CASE("edit_distance counts slips up to its limit") {
  struct Case {
    std::string a, b;
    std::size_t limit, expected;
  };
  const Case cases[] = {
      {"", "", 2, 0},
      {"", "a", 2, 1},
      {"baclofen", "baclofen", 0, 0},
      {"baclofen", "bacloen", 2, 1},
      {"baclofen", "abclofen", 2, 1},
      {"baclofen", "bacloffen", 2, 1},
      {"baclofen", "baklofen", 2, 1},
      {"baclofen", "bklofen", 2, 2},
      {"baclofen", "diazepam", 2, 3},
      {"baclofen", "baclofenate", 2, 3},
  };
  for (const Case& c : cases) {
    CAPTURE(c.b);
    CHECK(edit_distance(c.a, c.b, c.limit) == c.expected);
    CHECK(edit_distance(c.b, c.a, c.limit) == c.expected);
  }
}

TEST_CASE("edit_distance agrees with its definition") {
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string a, b;
    for (std::size_t n = random() % 9; n > 0; --n)
      a += static_cast<char>('a' + random() % 3);
    for (std::size_t n = random() % 9; n > 0; --n)
      b += static_cast<char>('a' + random() % 3);
    const std::size_t limit = random() % 4;
    CAPTURE(a + " " + b);
    REQUIRE(edit_distance(a, b, limit) == std::min(by_definition(a, b), limit + 1));
  }
}

TEST_CASE("edit_distance gives up on very long names") {
  const std::string long_name(70, 'a');
  CHECK(edit_distance(long_name, long_name, 2) == 0);
  CHECK(edit_distance(long_name, long_name + "b", 2) == 3);
}

}  // namespace
}  // namespace crosscheck
