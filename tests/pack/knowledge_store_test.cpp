#include "pack/knowledge_store.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "pack/rules_difference.h"
#include "rules_fixture.h"

namespace crosscheck {
namespace {

RulesHandle load_small(const std::filesystem::path& directory, Problems& problems) {
  return load_rules(directory, read_small_question, problems);
}

TEST_CASE("reload keeps the rules in force when the new ones are bad") {
  const RulesOnDisk rules;
  KnowledgeStore store(rules.root(), load_small);
  CHECK(store.current() == nullptr);
  CHECK(store.reload().empty());
  const RulesHandle first = store.current();
  REQUIRE(first != nullptr);
  CHECK(first->version() == "2026.11.1");
  CHECK(first->date() == "2026-11-22");
  CHECK(first->digest().starts_with("sha256:"));
  CHECK(first->digest().size() == 7 + 64);

  rules.change("release.json", "2026.11.1", "x");
  CHECK(store.reload().size() == 1);
  CHECK(store.current() == first);

  rules.change("release.json", "\"x\"", "\"2026.11.2\"");
  CHECK(store.reload().empty());
  CHECK(store.current()->version() == "2026.11.2");
  CHECK(store.current()->digest() != first->digest());
  CHECK(first->version() == "2026.11.1");
}

TEST_CASE("reload without a change gives the same digest") {
  const RulesOnDisk rules;
  KnowledgeStore store(rules.root(), load_small);
  REQUIRE(store.reload().empty());
  const std::string digest = store.current()->digest();
  REQUIRE(store.reload().empty());
  CHECK(store.current()->digest() == digest);
}

TEST_CASE("a reload tells which rules it added, removed and graded anew") {
  const RulesOnDisk rules;
  KnowledgeStore store(rules.root(), load_small);
  REQUIRE(store.reload().empty());
  const RulesHandle first = store.current();
  rules.change("baclofen/interactions.json", R"("severity": "major")",
               R"("severity": "contraindicated")");
  rules.change("baclofen/examples.json", R"("baclofen-maoi": "major")",
               R"("baclofen-maoi": "contraindicated")");
  rules.change("baclofen/precautions.json", "baclofen-glucose", "baclofen-sugar");
  REQUIRE(store.reload().empty());
  CHECK(find_difference(first->knowledge(), store.current()->knowledge()) ==
        RulesDifference{{"baclofen-sugar"}, {"baclofen-glucose"}, {"baclofen-maoi"}});
  CHECK(find_difference(first->knowledge(), first->knowledge()) == RulesDifference{});
}

TEST_CASE("readers see whole rules while others reload") {
  const RulesOnDisk rules;
  KnowledgeStore store(rules.root(), load_small);
  REQUIRE(store.reload().empty());
  std::atomic<bool> done = false;
  std::atomic<int> bad = 0;
  std::thread reader([&] {
    while (!done) {
      const RulesHandle current = store.current();
      if (current == nullptr || current->knowledge().ingredient_count() != 3) ++bad;
    }
  });
  for (int round = 0; round < 10; ++round) CHECK(store.reload().empty());
  done = true;
  reader.join();
  CHECK(bad == 0);
}

}  // namespace
}  // namespace crosscheck
