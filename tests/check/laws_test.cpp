// Laws that every answer keeps, and the oracle.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "check/ask.h"
#include "check/checker.h"
#include "check/interaction_finder.h"
#include "check/oracle.h"
#include "small_rules.h"

namespace crosscheck {
namespace {

std::vector<Medication> random_list(std::mt19937& random, std::size_t ingredients) {
  std::vector<Medication> list;
  const std::vector<std::string> routes{"", "oral", "intrathecal"};
  for (std::size_t n = random() % 9; n > 0; --n) {
    Medication medication;
    medication.position = list.size();
    medication.route = routes[random() % routes.size()];
    for (std::size_t p = random() % 8 == 0 ? 2 : 1; p > 0; --p) {
      std::set<IngredientId> part;
      for (std::size_t i = 1 + random() % 3; i > 0; --i)
        part.insert({static_cast<std::uint32_t>(random() % ingredients)});
      medication.parts.emplace_back(part.begin(), part.end());
    }
    list.push_back(std::move(medication));
  }
  return list;
}

TEST_CASE("find_interactions agrees with brute force on 100,000 lists") {
  const auto rules = small_rules();
  const KnowledgeBase& knowledge = rules->knowledge();
  std::mt19937 random(20261122);  // Fixed seed: a failure can be repeated.
  std::size_t found = 0;
  for (int round = 0; round < 100'000; ++round) {
    const auto list = random_list(random, knowledge.ingredient_count());
    std::set<std::string> lines;
    for (const auto& alert : find_interactions(knowledge, list)) {
      for (const auto* rule : alert.rules)
        lines.insert(std::to_string(alert.first.position) + " " +
                     std::to_string(alert.second.position) + " " +
                     std::string(to_string(alert.severity)) + " " + rule->id);
    }
    found += lines.size();
    REQUIRE(lines == interactions_by_brute_force(knowledge, list));
  }
  CHECK(found > 100'000);  // the lists were not all silent
}

// What a report says, whatever the positions.
std::multiset<std::string> content(const RulesInForce& rules, const Question& question) {
  std::multiset<std::string> lines;
  const Report report = check(rules, question);
  for (const auto& alert : report.interactions) {
    std::set<std::string> names;
    for (const auto* side : {&alert.first, &alert.second}) {
      for (const auto id : side->ingredients)
        names.insert(rules.knowledge().ingredient(id).key);
    }
    std::string line(to_string(alert.severity));
    for (const auto& name : names) line += " " + name;
    for (const auto* rule : alert.rules) line += " " + rule->id;
    lines.insert(line);
  }
  for (const auto& alert : report.precautions) lines.insert(alert.because);
  for (const auto& note : report.not_checked) lines.insert("?" + note.text);
  return lines;
}

TEST_CASE("laws: order, repetition, spelling, and more drugs") {
  const auto rules = small_rules();
  const std::vector<std::vector<std::string>> same{
      {"baclofen", "Lioresal", "Apo-Baclofen 10 mg"},
      {"diazepam", "DIAZEPAM 5MG TAB"},
      {"phenelzine", "Nardil"},
      {"morphine", "Morphine HCl"},
      {"carbidopa/levodopa", "Sinemet"},
      {"ibuprofen", "ibuprofen 200"},
      {"insulin glargine", "Insulin-Glargine"},
      {"frobnicate", "frobnicate"}};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::string> list, respelled;
    for (std::size_t n = random() % 7; n > 0; --n) {
      const auto& names = same[random() % same.size()];
      list.push_back(names.front());
      respelled.push_back(names[random() % names.size()]);
    }
    const auto before = content(*rules, ask(list));
    REQUIRE(content(*rules, ask(respelled)) == before);

    auto shuffled = list;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    REQUIRE(content(*rules, ask(shuffled)) == before);

    auto longer = list;
    longer.push_back(same[random() % same.size()].front());
    const auto after = content(*rules, ask(longer));
    REQUIRE(std::includes(after.begin(), after.end(), before.begin(), before.end()));
  }
}

}  // namespace
}  // namespace crosscheck
