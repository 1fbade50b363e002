#include "knowledge/contradiction.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace crosscheck {
namespace {

bool contradict(const KnowledgeBase& knowledge, const Interaction& one,
                const Interaction& other) {
  if (one.severity == other.severity) return false;
  if (&knowledge.pack_of(one.id) == &knowledge.pack_of(other.id)) return false;
  return std::any_of(one.effects.begin(), one.effects.end(), [&](const auto& effect) {
    return std::find(other.effects.begin(), other.effects.end(), effect) !=
           other.effects.end();
  });
}

}  // namespace

std::vector<Contradiction> find_contradictions(const KnowledgeBase& knowledge) {
  std::map<std::pair<std::string_view, std::string_view>, Contradiction> found;
  const auto count = static_cast<std::uint32_t>(knowledge.ingredient_count());
  for (IngredientId a; a.position < count; ++a.position) {
    for (IngredientId b{a.position + 1}; b.position < count; ++b.position) {
      const auto rules = knowledge.between(a, b);  // worst first
      for (auto worse = rules.begin(); worse != rules.end(); ++worse) {
        for (auto milder = worse + 1; milder != rules.end(); ++milder) {
          if (!contradict(knowledge, **worse, **milder)) continue;
          const auto place =
              std::pair<std::string_view, std::string_view>((*worse)->id, (*milder)->id);
          ++found.try_emplace(place, Contradiction{*worse, *milder, a, b})
                .first->second.pairs;
        }
      }
    }
  }
  std::vector<Contradiction> all;
  for (const auto& [place, contradiction] : found) all.push_back(contradiction);
  return all;
}

}  // namespace crosscheck
