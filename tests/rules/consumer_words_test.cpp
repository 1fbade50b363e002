// What the project's own rules tell a patient.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "terminology/own_rules.h"

namespace crosscheck {
namespace {

struct Told {
  std::string by;
  std::string words;
};

std::vector<Told> all_told() {
  const KnowledgeBase& knowledge = own_rules().knowledge();
  std::vector<Told> all;
  for (const ClinicalEffect& effect : knowledge.terminology().effects)
    all.push_back({effect.key, effect.consumer});
  for (const Pack& pack : knowledge.packs()) {
    for (const auto& rule : pack.interactions) all.push_back({rule.id, rule.consumer});
    for (const auto& rule : pack.precautions) all.push_back({rule.id, rule.consumer});
    for (const auto& rule : pack.cumulative_effects)
      all.push_back({rule.id, rule.consumer});
  }
  return all;
}

std::size_t longest_sentence(const std::string& words) {
  std::size_t longest = 0, now = 1;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == ' ') ++now;
    const bool ends = std::string(".!?:;").find(words[i]) != std::string::npos;
    longest = std::max(longest, now);
    if (ends && i + 1 < words.size() && words[i + 1] == ' ') now = 0;
  }
  return longest;
}

TEST_CASE("every effect and every rule has words for the patient") {
  for (const auto& [by, words] : all_told()) CHECK_MESSAGE(!words.empty(), by);
}

TEST_CASE("words for the patient are short, and promise nothing") {
  constexpr std::size_t kMostWords = 26;
  for (const auto& [by, words] : all_told()) {
    CHECK_MESSAGE(longest_sentence(words) <= kMostWords, by << ": " << words);
    for (const char* never : {" safe", "harmless", "no risk", "Stop taking"})
      CHECK_MESSAGE(words.find(never) == std::string::npos, by << ": " << words);
  }
}

// Whoever is told to let two drugs be must not drop one of them alone.
TEST_CASE("what should not be taken together is a matter for doctor or pharmacist") {
  std::size_t found = 0;
  for (const auto& [by, words] : all_told()) {
    if (words.find("should not be taken together") == std::string::npos) continue;
    ++found;
    const bool names_somebody = words.find("doctor") != std::string::npos ||
                                words.find("pharmacist") != std::string::npos ||
                                words.find("hospital") != std::string::npos;
    CHECK_MESSAGE(names_somebody, by << ": " << words);
  }
  CHECK(found > 50);
}

}  // namespace
}  // namespace crosscheck
