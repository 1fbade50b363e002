// A small set of rules, cut at every byte and with every byte changed: it is
// refused with a place, or it is another set of rules and says so by its digest.
#include <doctest/doctest.h>

#include <set>

#include "signing_fixture.h"

namespace crosscheck {
namespace {

struct Tally {
  std::size_t variants = 0;
  std::size_t refused = 0;
};

// Whether the variant was refused; if not, its digest must be new.
void try_variant(const RulesOnDisk& rules, std::set<std::string>& digests, Tally& tally) {
  ++tally.variants;
  Problems problems;
  const auto loaded = load_rules(rules.root(), read_small_question, problems);
  REQUIRE((loaded == nullptr) == !problems.empty());
  if (loaded == nullptr) {
    ++tally.refused;
    for (const Problem& problem : problems) REQUIRE(!problem.message.empty());
  } else {
    REQUIRE(digests.insert(loaded->digest()).second);
  }
}

TEST_CASE("a damaged pack is refused, or is known to be another") {
  const RulesOnDisk rules;
  Problems problems;
  std::set<std::string> digests{
      load_rules(rules.root(), read_small_question, problems)->digest()};
  Tally cut, changed;
  for (const auto& [path, content] : sound_rules()) {
    for (std::size_t at = 0; at < content.size(); ++at) {
      CAPTURE(path);
      CAPTURE(at);
      rules.write(path, content.substr(0, at));
      try_variant(rules, digests, cut);
      for (const unsigned bit : {0U, 1U, 4U, 5U, 7U}) {
        std::string other = content;
        other[at] =
            static_cast<char>(static_cast<unsigned char>(other[at]) ^ (1U << bit));
        rules.write(path, other);
        try_variant(rules, digests, changed);
      }
    }
    rules.write(path, content);
  }
  CHECK(cut.variants + changed.variants > 20'000);
  CHECK(cut.refused == cut.variants);  // half a file is never a whole one
  CHECK(changed.refused > changed.variants / 2);
}

// All but the untrusted comment, which says nothing that anybody relies on.
std::size_t first_signed_byte(const std::string& path, const std::string& content) {
  return path == kSignatureFile ? content.find('\n') : 0;
}

TEST_CASE("a signed pack is refused with any byte cut off or changed") {
  const RulesOnDisk rules;
  const LoadOptions options{.keys = sign_rules(rules, SigningKey(1))};
  Problems problems;
  auto files = read_rules_directory(rules.root(), problems).files;
  files[kManifestFile] = write_manifest(files);
  files[kSignatureFile] = SigningKey(1).sign(files[kManifestFile]);
  const auto is_refused = [&] {
    Problems found;
    return load_rules(rules.root(), read_small_question, found, options) == nullptr &&
           !found.empty();
  };
  REQUIRE_FALSE(is_refused());
  Tally tally;
  for (const auto& [path, content] : files) {
    for (std::size_t at = first_signed_byte(path, content); at < content.size(); ++at) {
      CAPTURE(path);
      CAPTURE(at);
      std::string other = content;
      other[at] = static_cast<char>(other[at] ^ (1 << (at % 8)));
      for (const std::string& variant : {content.substr(0, at), other}) {
        rules.write(path, variant);
        ++tally.variants;
        if (is_refused()) ++tally.refused;
      }
    }
    rules.write(path, content);
  }
  CHECK(tally.variants > 10'000);
  CHECK(tally.refused == tally.variants);
  CHECK_FALSE(is_refused());
}

}  // namespace
}  // namespace crosscheck
