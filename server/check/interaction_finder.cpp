#include "check/interaction_finder.h"

#include <algorithm>
#include <tuple>

namespace crosscheck {
namespace {

template <typename Value>
void add_once(std::vector<Value>& list, const Value& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// An ingredient of one entry and the route that the entry is given by.
struct Exposure {
  IngredientId ingredient;
  const std::string& route;
};

bool allows_routes(const KnowledgeBase& knowledge, const Interaction& rule,
                   const Exposure& a, const Exposure& b) {
  const auto& [one, other] = rule.between;
  if (one.routes.empty() && other.routes.empty()) return true;
  const auto fits = [&](const Participant& side, const Exposure& exposure) {
    return allows_route(side, exposure.route) &&
           knowledge.includes(side, exposure.ingredient);
  };
  return (fits(one, a) && fits(other, b)) || (fits(one, b) && fits(other, a));
}

// Whether a source itself says how bad it is.  Of two rules of one severity such
// a one speaks first: its management is that of the alert.
bool is_graded(const Interaction& rule) {
  return std::any_of(
      rule.evidence.begin(), rule.evidence.end(),
      [](const Evidence& evidence) { return evidence.severity.has_value(); });
}

// Gathers all that is known of two groups of ingredients in one alert.
class AlertBuilder {
 public:
  AlertBuilder(const KnowledgeBase& knowledge, const Medication& first,
               const Medication& second)
      : knowledge_(knowledge), first_(first), second_(second) {}

  void look_at(const std::vector<IngredientId>& group,
               const std::vector<IngredientId>& other) {
    for (const IngredientId a : group) {
      for (const IngredientId b : other) look_at_pair(a, b);
    }
  }

  bool empty() const { return rules_.empty(); }

  InteractionAlert build() {
    std::sort(rules_.begin(), rules_.end(), [](const auto* x, const auto* y) {
      const bool x_ungraded = !is_graded(*x), y_ungraded = !is_graded(*y);
      return std::tie(x->severity, x_ungraded, x->id) <
             std::tie(y->severity, y_ungraded, y->id);
    });
    return {rules_.front()->severity,
            {first_.position, std::move(of_first_), first_.route},
            {second_.position, std::move(of_second_), second_.route},
            first_.assumed || second_.assumed,
            std::move(rules_)};
  }

 private:
  void look_at_pair(IngredientId a, IngredientId b) {
    for (const Interaction* rule : knowledge_.between(a, b)) {
      if (!allows_routes(knowledge_, *rule, {a, first_.route}, {b, second_.route}))
        continue;
      add_once(rules_, rule);
      add_once(of_first_, a);
      add_once(of_second_, b);
    }
  }

  const KnowledgeBase& knowledge_;
  const Medication& first_;
  const Medication& second_;
  std::vector<const Interaction*> rules_;
  std::vector<IngredientId> of_first_;
  std::vector<IngredientId> of_second_;
};

bool comes_before(const InteractionAlert& x, const InteractionAlert& y) {
  return std::tie(x.severity, x.first.position, x.second.position) <
         std::tie(y.severity, y.first.position, y.second.position);
}

}  // namespace

std::vector<InteractionAlert> find_interactions(const KnowledgeBase& knowledge,
                                                std::span<const Medication> medications) {
  std::vector<InteractionAlert> alerts;
  for (auto first = medications.begin(); first != medications.end(); ++first) {
    AlertBuilder within(knowledge, *first, *first);
    for (auto part = first->parts.begin(); part != first->parts.end(); ++part) {
      for (auto other = part + 1; other != first->parts.end(); ++other)
        within.look_at(*part, *other);
    }
    if (!within.empty()) alerts.push_back(within.build());

    for (auto second = first + 1; second != medications.end(); ++second) {
      AlertBuilder between(knowledge, *first, *second);
      for (const auto& part : first->parts) {
        for (const auto& other : second->parts) between.look_at(part, other);
      }
      if (!between.empty()) alerts.push_back(between.build());
    }
  }
  std::sort(alerts.begin(), alerts.end(), comes_before);
  return alerts;
}

}  // namespace crosscheck
