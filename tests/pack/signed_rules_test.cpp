// What of a signed rules directory is refused once keys are configured.
#include "pack/signed_rules.h"

#include <doctest/doctest.h>

#include <functional>

#include "pack/knowledge_store.h"
#include "signing_fixture.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

RulesHandle load_with(const fs::path& root, const LoadOptions& options,
                      Problems& problems) {
  return load_rules(root, read_small_question, problems, options);
}

std::string problems_with(const RulesOnDisk& rules, const LoadOptions& options) {
  Problems problems;
  const auto loaded = load_with(rules.root(), options, problems);
  CHECK((loaded == nullptr) == !problems.empty());
  std::string text;
  for (const Problem& problem : problems) text += to_string(problem) + "\n";
  return text;
}

TEST_CASE("signed rules: whatever is not as it was signed is refused") {
  struct Case {
    std::string description;
    std::function<void(const RulesOnDisk&)> change;
    std::string expected;  // how the only problem begins
  };
  const SigningKey other(2);
  const Case cases[] = {
      {"as they were signed", [](const auto&) {}, ""},
      {"unsigned", [](const auto& rules) { fs::remove(rules.root() / kSignatureFile); },
       "SHA256SUMS.minisig: (document): expected a file, as rules must be signed"},
      {"no list", [](const auto& rules) { fs::remove(rules.root() / kManifestFile); },
       "SHA256SUMS: (document): expected a file, as rules must be signed"},
      {"another key",
       [&](const auto& rules) {
         sign_rules(rules, other);
         rules.write(".keys", SigningKey(1).public_text());
       },
       "SHA256SUMS.minisig: /line/2: expected a signature by a configured key; found "
       "one by the key 0202020202020202"},
      {"a changed file, though sound",
       [](const auto& rules) { rules.change("baclofen/pack.json", "1.0.0", "1.0.1"); },
       "baclofen/pack.json: (document): expected the content that was signed"},
      {"a changed file that is no JSON is not looked into",
       [](const auto& rules) { rules.write("baclofen/pack.json", "{"); },
       "baclofen/pack.json: (document): expected the content that was signed"},
      {"a file stripped that may be missing",
       [](const auto& rules) {
         fs::remove(rules.root() / "terminology/abbreviations.json");
       },
       "terminology/abbreviations.json: (document): expected a rules file, as SHA256SUMS"},
      {"a file more",
       [](const auto& rules) {
         rules.write("local/policy.json", R"({"schema": 1, "policies": []})");
       },
       "local/policy.json: (document): expected a file that SHA256SUMS lists"},
      {"a changed list",
       [](const auto& rules) { rules.change(kManifestFile, "release", "releasf"); },
       "SHA256SUMS.minisig: /line/2: expected the signature of this file"},
      {"a changed trusted comment",
       [](const auto& rules) { rules.change(kSignatureFile, "a release", "b release"); },
       "SHA256SUMS.minisig: /line/3: expected the trusted comment"},
      {"another untrusted comment is nothing",
       [](const auto& rules) { rules.change(kSignatureFile, "a test", "b test"); }, ""},
      {"no keys", [](const auto& rules) { fs::remove(rules.root() / ".keys"); },
       "KEYS: (document): expected a readable file"},
      {"a file of keys without any",
       [](const auto& rules) { rules.write(".keys", "\n"); },
       "KEYS: /line/1: expected a public key of minisign; found none"},
      {"expired, and signed",
       [](const auto& rules) {
         rules.change("release.json", "2026-11-22", "2020-01-01");
         rules.change("release.json", "}", R"(, "valid_until": "2020-12-31"})");
         sign_rules(rules, SigningKey(1));
       },
       "release.json: /valid_until: expected a day that is not over; found "
       "\"2020-12-31\""},
      {"not expired, and signed",
       [](const auto& rules) {
         rules.change("release.json", "}", R"(, "valid_until": "2999-12-31"})");
         sign_rules(rules, SigningKey(1));
       },
       ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    const RulesOnDisk rules;
    const fs::path keys = sign_rules(rules, SigningKey(1));
    c.change(rules);
    std::string said = problems_with(rules, {.keys = keys});
    if (said.starts_with(keys.string())) said.replace(0, keys.string().size(), "KEYS");
    CAPTURE(said);
    if (c.expected.empty()) CHECK(said.empty());
    CHECK(said.starts_with(c.expected));
    CHECK(std::count(said.begin(), said.end(), '\n') == (c.expected.empty() ? 0 : 1));
  }
}

TEST_CASE("a signed list with lines that are none is refused") {
  const RulesOnDisk rules;
  const fs::path keys = sign_rules(rules, SigningKey(1));
  Problems problems;
  const std::string good =
      write_manifest(read_rules_directory(rules.root(), problems).files);
  const std::string first = good.substr(0, good.find('\n') + 1);
  const std::pair<std::string, std::string> cases[] = {
      {"\n" + good, "SHA256SUMS: /line/1: "},
      {first + good, "SHA256SUMS: /line/2: "},
      {"x" + good, "SHA256SUMS: /line/1: "},
      {good + std::string(64, 'a') + "  ", "SHA256SUMS: /line/"},
  };
  for (const auto& [manifest, expected] : cases) {
    rules.write(kManifestFile, manifest);
    rules.write(kSignatureFile, SigningKey(1).sign(manifest));
    const std::string said = problems_with(rules, {.keys = keys});
    CAPTURE(said);
    CHECK(said.starts_with(expected));
  }
}

TEST_CASE("rules older than the least version are refused, signed or not") {
  const RulesOnDisk rules;  // 2026.11.1
  for (const char* version : {"", "2026.11.1", "2026.9.30", "2025.12.9"})
    CHECK(problems_with(rules, {.minimum_version = version}) == "");
  for (const char* version : {"2026.11.2", "2026.12.1", "2027.1.1", "10000.1.1"})
    CHECK(problems_with(rules, {.minimum_version = version})
              .starts_with("release.json: /version: expected the version "));
}

TEST_CASE("a reload goes back to older rules only where that is allowed") {
  for (const auto rollback :
       {KnowledgeStore::Rollback::allowed, KnowledgeStore::Rollback::refused}) {
    const bool refused = rollback == KnowledgeStore::Rollback::refused;
    const RulesOnDisk rules;
    rules.change("release.json", "2026.11.1", "2026.11.10");
    const auto load = [](const fs::path& root, Problems& problems) {
      return load_with(root, {}, problems);
    };
    KnowledgeStore store(rules.root(), load, rollback);
    REQUIRE(store.reload().empty());
    CHECK(store.reload().empty());  // the same again
    rules.change("release.json", "2026.11.10", "2026.11.9");
    const Problems problems = store.reload();
    REQUIRE(problems.empty() != refused);
    CHECK(store.current()->version() == (refused ? "2026.11.10" : "2026.11.9"));
    if (refused)
      CHECK(to_string(problems[0]) ==
            "release.json: /version: expected the version 2026.11.10, which is in force, "
            "or a later one; found \"2026.11.9\"");
    rules.change("release.json", "2026.11.9", "2026.11.11");
    CHECK(store.reload().empty());
  }
}

}  // namespace
}  // namespace crosscheck
