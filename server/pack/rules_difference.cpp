#include "pack/rules_difference.h"

#include <optional>
#include <variant>

namespace crosscheck {
namespace {

// None for a cumulative effect, which has limits instead.
std::optional<Severity> severity_of(const AnyRule& rule) {
  if (const auto* interaction = std::get_if<const Interaction*>(&rule))
    return (*interaction)->severity;
  if (const auto* precaution = std::get_if<const Precaution*>(&rule))
    return (*precaution)->severity;
  return std::nullopt;
}

template <typename Visit>
void for_each_id(const KnowledgeBase& knowledge, Visit visit) {
  for (const Pack& pack : knowledge.packs()) {
    for (const Interaction& rule : pack.interactions) visit(rule.id);
    for (const Precaution& rule : pack.precautions) visit(rule.id);
    for (const CumulativeEffect& rule : pack.cumulative_effects) visit(rule.id);
  }
}

bool has(const KnowledgeBase& knowledge, const std::string& id) {
  return !std::holds_alternative<std::monostate>(knowledge.find_rule(id));
}

}  // namespace

RulesDifference find_difference(const KnowledgeBase& before, const KnowledgeBase& after) {
  RulesDifference difference;
  for_each_id(after, [&](const std::string& id) {
    if (!has(before, id))
      difference.added.push_back(id);
    else if (severity_of(before.find_rule(id)) != severity_of(after.find_rule(id)))
      difference.severity_changed.push_back(id);
  });
  for_each_id(before, [&](const std::string& id) {
    if (!has(after, id)) difference.removed.push_back(id);
  });
  return difference;
}

}  // namespace crosscheck
