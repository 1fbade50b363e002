#include "check/oracle.h"

#include <algorithm>

namespace crosscheck {
namespace {

// Membership from the written classes, not from the closed ones.
bool is_member(const Terminology& terminology, const std::string& class_key,
               const std::string& ingredient) {
  for (const DrugClass& drug_class : terminology.classes) {
    if (drug_class.key != class_key) continue;
    for (const auto& member : drug_class.members)
      if (member == ingredient) return true;
    for (const auto& contained : drug_class.contains)
      if (is_member(terminology, contained, ingredient)) return true;
  }
  return false;
}

bool speaks_of(const Terminology& terminology, const Participant& side,
               const std::string& ingredient, const std::string& route) {
  if (!side.routes.empty()) {
    const std::string key = route.empty() ? "unstated" : route;
    if (std::count(side.routes.begin(), side.routes.end(), key) == 0) return false;
  }
  if (side.kind == Participant::Kind::ingredient) return side.key == ingredient;
  if (std::count(side.except.begin(), side.except.end(), ingredient) > 0) return false;
  return is_member(terminology, side.key, ingredient);
}

bool speaks_of_both(const Terminology& t, const Interaction& rule, const std::string& a,
                    const std::string& route_a, const std::string& b,
                    const std::string& route_b) {
  if (a == b) return false;
  return (speaks_of(t, rule.between[0], a, route_a) &&
          speaks_of(t, rule.between[1], b, route_b)) ||
         (speaks_of(t, rule.between[1], a, route_a) &&
          speaks_of(t, rule.between[0], b, route_b));
}

std::set<const Interaction*> rules_between(const KnowledgeBase& knowledge,
                                           const Medication& x, const Medication& y,
                                           bool same_entry) {
  std::set<const Interaction*> rules;
  for (std::size_t p = 0; p < x.parts.size(); ++p) {
    for (std::size_t q = 0; q < y.parts.size(); ++q) {
      if (same_entry && p == q) continue;
      for (const IngredientId a : x.parts[p]) {
        for (const IngredientId b : y.parts[q]) {
          for (const Pack& pack : knowledge.packs()) {
            for (const Interaction& rule : pack.interactions) {
              if (speaks_of_both(knowledge.terminology(), rule,
                                 knowledge.ingredient(a).key, x.route,
                                 knowledge.ingredient(b).key, y.route))
                rules.insert(&rule);
            }
          }
        }
      }
    }
  }
  return rules;
}

}  // namespace

std::set<std::string> interactions_by_brute_force(const KnowledgeBase& knowledge,
                                                  const std::vector<Medication>& list) {
  std::set<std::string> lines;
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = i; j < list.size(); ++j) {
      const auto rules = rules_between(knowledge, list[i], list[j], i == j);
      Severity worst = Severity::minor;
      for (const auto* rule : rules) worst = std::min(worst, rule->severity);
      for (const auto* rule : rules)
        lines.insert(std::to_string(list[i].position) + " " +
                     std::to_string(list[j].position) + " " +
                     std::string(to_string(worst)) + " " + rule->id);
    }
  }
  return lines;
}

}  // namespace crosscheck
