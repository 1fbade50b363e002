#include "pack/digest.h"

#include <doctest/doctest.h>

#include <set>

namespace crosscheck {
namespace {

TEST_CASE("digest is SHA-256 in hexadecimal") {
  // SHA-256 of no bytes, as FIPS 180-4's examples give it.
  CHECK(digest({}) ==
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("digest changes with every path, every content and every border") {
  const std::map<std::string, std::string> lists[] = {
      {},
      {{"a", ""}},
      {{"a", "b"}},
      {{"ab", ""}},
      {{"", "ab"}},
      {{"a", "b"}, {"c", "d"}},
      {{"a", "b1:c1:d"}},
      {{"a", "d"}, {"c", "b"}},
      {{"a", "b\n"}, {"c", "d"}},
  };
  std::set<std::string> digests;
  for (const auto& files : lists) digests.insert(digest(files));
  CHECK(digests.size() == std::size(lists));
}

}  // namespace
}  // namespace crosscheck
