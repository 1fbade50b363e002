#include "check/cumulative_finder.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace crosscheck {
namespace {

template <typename Value>
bool contains(const std::vector<Value>& list, const Value& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

// All contributions of a list, by effect.
using Gathered = std::map<const CumulativeEffect*, CumulativeAlert>;

void add(CumulativeAlert& alert, std::size_t position, IngredientId ingredient,
         const Contributor& by) {
  if (alert.medications.empty() || alert.medications.back() != position)
    alert.medications.push_back(position);
  for (Contribution& known : alert.contributions) {
    if (known.ingredient != ingredient) continue;
    if (by.amount > known.by->amount) known.by = &by;
    return;
  }
  alert.contributions.push_back({ingredient, &by});
}

Gathered gather(const KnowledgeBase& knowledge, std::span<const Medication> medications) {
  Gathered gathered;
  for (const Medication& medication : medications) {
    const Route* route = knowledge.find_route(medication.route);
    if (route != nullptr && route->local) continue;
    medication.for_each_ingredient([&](IngredientId id) {
      for (const auto& [effect, by] : knowledge.contributions_of(id)) {
        if (allows_route(by->of, medication.route))
          add(gathered[effect], medication.position, id, *by);
      }
    });
  }
  return gathered;
}

int total_of(const CumulativeEffect& effect,
             const std::vector<Contribution>& contributions) {
  int total = 0;
  for (const Contribution& contribution : contributions) {
    const int amount = contribution.by->amount;
    total = effect.summation == Summation::sum ? total + amount : std::max(total, amount);
  }
  return total;
}

std::optional<Severity> severity_of(const CumulativeEffect& effect, int total) {
  if (effect.major_from && total >= *effect.major_from) return Severity::major;
  if (effect.moderate_from && total >= *effect.moderate_from) return Severity::moderate;
  return std::nullopt;
}

bool says(const InteractionAlert& alert, const CumulativeEffect& effect) {
  return std::any_of(alert.rules.begin(), alert.rules.end(), [&](const auto* rule) {
    return std::any_of(rule->effects.begin(), rule->effects.end(),
                       [&](const auto& key) { return contains(effect.said_by, key); });
  });
}

bool is_said(const CumulativeEffect& effect, const std::vector<std::size_t>& positions,
             std::span<const InteractionAlert> interactions) {
  if (positions.size() != 2) return false;
  return std::any_of(interactions.begin(), interactions.end(), [&](const auto& alert) {
    return alert.first.position == positions[0] &&
           alert.second.position == positions[1] && says(alert, effect);
  });
}

}  // namespace

std::vector<CumulativeAlert> find_cumulative_effects(
    const KnowledgeBase& knowledge, std::span<const Medication> medications,
    std::optional<double> age_years, std::span<const InteractionAlert> interactions) {
  std::vector<CumulativeAlert> alerts;
  for (auto& [effect, alert] : gather(knowledge, medications)) {
    if (alert.medications.size() < 2 || alert.contributions.size() < 2) continue;
    if (age_years && effect->age && !effect->age->includes(*age_years)) continue;
    alert.effect = effect;
    alert.total = total_of(*effect, alert.contributions);
    const auto severity = severity_of(*effect, alert.total);
    if (!severity || is_said(*effect, alert.medications, interactions)) continue;
    alert.severity = *severity;
    alert.assumed =
        std::any_of(alert.medications.begin(), alert.medications.end(),
                    [&](std::size_t position) { return medications[position].assumed; });
    alerts.push_back(std::move(alert));
  }
  std::sort(alerts.begin(), alerts.end(), [](const auto& x, const auto& y) {
    return std::tie(x.severity, x.effect->id) < std::tie(y.severity, y.effect->id);
  });
  return alerts;
}

}  // namespace crosscheck
