#include "knowledge/knowledge_base.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace crosscheck {
namespace {

template <typename Named>
std::unordered_map<std::string_view, std::uint32_t> positions_by_key(
    const std::vector<Named>& named) {
  std::unordered_map<std::string_view, std::uint32_t> positions;
  for (std::uint32_t i = 0; i < named.size(); ++i) positions.emplace(named[i].key, i);
  return positions;
}

template <typename Named>
const Named* find_by_key(
    const std::vector<Named>& all,
    const std::unordered_map<std::string_view, std::uint32_t>& positions,
    std::string_view key) {
  const auto found = positions.find(key);
  return found == positions.end() ? nullptr : &all[found->second];
}

void change(Statement& rule, const LocalPolicy& policy) {
  if (!rule.local) rule.local.emplace(LocalChange{rule.severity, rule.interruptive, {}});
  rule.local->decision = policy.decision;
  rule.severity = policy.severity.value_or(rule.severity);
  rule.interruptive = policy.interruptive.value_or(rule.interruptive);
}

// The policies for pairs; one without a severity goes last.
std::vector<const LocalPolicy*> worst_first(const std::vector<LocalPolicy>& policies) {
  std::vector<const LocalPolicy*> pairs;
  for (const LocalPolicy& policy : policies) {
    if (policy.between) pairs.push_back(&policy);
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto* x, const auto* y) {
    return x->severity && (!y->severity || *x->severity < *y->severity);
  });
  return pairs;
}

}  // namespace

KnowledgeBase::KnowledgeBase(Terminology terminology, std::vector<Pack> packs,
                             std::vector<LocalPolicy> policies)
    : terminology_(std::move(terminology)),
      packs_(std::move(packs)),
      policies_(std::move(policies)),
      ingredient_positions_(positions_by_key(terminology_.ingredients)),
      class_positions_(positions_by_key(terminology_.classes)),
      effect_positions_(positions_by_key(terminology_.effects)),
      condition_positions_(positions_by_key(terminology_.conditions)),
      class_members_(close_classes()),
      covered_(terminology_.ingredients.size()),
      precautions_(terminology_.ingredients.size()),
      contributions_(terminology_.ingredients.size()),
      duplication_classes_(terminology_.ingredients.size()),
      pairs_(terminology_.ingredients.size(), expand_interactions()) {
  index_rules();
  index_precautions();
  index_cumulative_effects();
  index_duplication_classes();
}

std::optional<IngredientId> KnowledgeBase::find_ingredient(std::string_view key) const {
  const auto found = ingredient_positions_.find(key);
  if (found == ingredient_positions_.end()) return std::nullopt;
  return IngredientId{found->second};
}

const DrugClass* KnowledgeBase::find_class(std::string_view key) const {
  const auto found = class_positions_.find(key);
  return found == class_positions_.end() ? nullptr : &terminology_.classes[found->second];
}

std::span<const IngredientId> KnowledgeBase::members(const DrugClass& drug_class) const {
  return class_members_[static_cast<std::size_t>(&drug_class -
                                                 terminology_.classes.data())];
}

std::vector<const DrugClass*> KnowledgeBase::classes_of(IngredientId id) const {
  std::vector<const DrugClass*> classes;
  for (const DrugClass& drug_class : terminology_.classes) {
    const auto all = members(drug_class);
    if (std::binary_search(all.begin(), all.end(), id)) classes.push_back(&drug_class);
  }
  return classes;
}

const Route* KnowledgeBase::find_route(std::string_view key) const {
  const auto& routes = terminology_.routes;
  const auto found = std::find_if(routes.begin(), routes.end(),
                                  [&](const Route& route) { return route.key == key; });
  return found == routes.end() ? nullptr : &*found;
}

const ClinicalEffect* KnowledgeBase::find_effect(std::string_view key) const {
  return find_by_key(terminology_.effects, effect_positions_, key);
}

const Condition* KnowledgeBase::find_condition(std::string_view key) const {
  return find_by_key(terminology_.conditions, condition_positions_, key);
}

AnyRule KnowledgeBase::find_rule(std::string_view id) const {
  const auto found = rules_.find(id);
  return found == rules_.end() ? AnyRule{} : found->second.rule;
}

const Pack& KnowledgeBase::pack_of(std::string_view rule_id) const {
  return packs_[rules_.at(rule_id).pack];
}

const Source& KnowledgeBase::source(const Pack& pack, const Evidence& evidence) const {
  return *sources_[static_cast<std::size_t>(&pack - packs_.data())].at(evidence.source);
}

bool KnowledgeBase::includes(const Participant& participant, IngredientId id) const {
  const std::string& key = ingredient(id).key;
  if (participant.kind == Participant::Kind::ingredient) return participant.key == key;
  const auto all = members(*find_class(participant.key));
  const auto& except = participant.except;
  return std::binary_search(all.begin(), all.end(), id) &&
         std::find(except.begin(), except.end(), key) == except.end();
}

std::vector<std::vector<IngredientId>> KnowledgeBase::close_classes() const {
  std::vector<std::vector<IngredientId>> closed;
  for (const DrugClass& top : terminology_.classes) {
    std::set<IngredientId> members;
    std::set<std::string_view> seen;
    std::vector<const DrugClass*> open{&top};
    while (!open.empty()) {
      const DrugClass& next = *open.back();
      open.pop_back();
      if (!seen.insert(next.key).second) continue;
      for (const auto& key : next.members) members.insert(*find_ingredient(key));
      for (const auto& key : next.contains) open.push_back(find_class(key));
    }
    closed.emplace_back(members.begin(), members.end());
  }
  return closed;
}

std::vector<IngredientId> KnowledgeBase::ingredients_of(
    const Participant& participant) const {
  if (participant.kind == Participant::Kind::ingredient)
    return {*find_ingredient(participant.key)};
  std::vector<IngredientId> ids;
  for (const IngredientId id : members(*find_class(participant.key))) {
    if (includes(participant, id)) ids.push_back(id);
  }
  return ids;
}

void KnowledgeBase::apply_rule_policies() {
  for (Pack& pack : packs_) {
    for (const LocalPolicy& policy : policies_) {
      for (Interaction& rule : pack.interactions) {
        if (rule.id == policy.rule) change(rule, policy);
      }
      for (Precaution& rule : pack.precautions) {
        if (rule.id == policy.rule) change(rule, policy);
      }
    }
  }
}

// The pairs of a policy get copies of their rules, so that nothing is left to
// decide while a list is checked.
void KnowledgeBase::apply_pair_policies(std::vector<InteractingPair>& pairs) {
  std::set<std::pair<IngredientId, IngredientId>> decided;
  for (const LocalPolicy* policy : worst_first(policies_)) {
    std::set<std::pair<IngredientId, IngredientId>> own;
    for (const IngredientId a : ingredients_of((*policy->between)[0])) {
      for (const IngredientId b : ingredients_of((*policy->between)[1]))
        own.insert(std::minmax(a, b));
    }
    std::map<const Interaction*, const Interaction*> copies;
    for (InteractingPair& pair : pairs) {
      const auto both = std::pair(std::min(pair.a, pair.b), std::max(pair.a, pair.b));
      if (!own.contains(both) || decided.contains(both)) continue;
      const Interaction*& copy = copies[pair.interaction];
      if (copy == nullptr) {
        change(changed_.emplace_back(*pair.interaction), *policy);
        copy = &changed_.back();
      }
      pair.interaction = copy;
    }
    decided.merge(own);
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) {
    return x.interaction->severity < y.interaction->severity;
  });
}

std::vector<InteractingPair> KnowledgeBase::expand_interactions() {
  apply_rule_policies();
  std::vector<const Interaction*> worst_first;
  for (const Pack& pack : packs_) {
    for (const Interaction& interaction : pack.interactions)
      worst_first.push_back(&interaction);
  }
  std::sort(worst_first.begin(), worst_first.end(), [](const auto* x, const auto* y) {
    return std::tie(x->severity, x->id) < std::tie(y->severity, y->id);
  });

  std::vector<InteractingPair> pairs;
  for (const Interaction* interaction : worst_first) {
    const auto second = ingredients_of(interaction->between[1]);
    for (const IngredientId b : second) covered_[b.position] = true;
    for (const IngredientId a : ingredients_of(interaction->between[0])) {
      covered_[a.position] = true;
      for (const IngredientId b : second) {
        if (a != b) pairs.push_back({a, b, interaction});
      }
    }
  }
  if (!policies_.empty()) apply_pair_policies(pairs);
  return pairs;
}

void KnowledgeBase::index_rules() {
  for (std::uint32_t i = 0; i < packs_.size(); ++i) {
    const Pack& pack = packs_[i];
    for (const auto& rule : pack.interactions) rules_.emplace(rule.id, Owned{&rule, i});
    for (const auto& rule : pack.precautions) rules_.emplace(rule.id, Owned{&rule, i});
    for (const auto& rule : pack.cumulative_effects)
      rules_.emplace(rule.id, Owned{&rule, i});
    auto& sources = sources_.emplace_back();
    for (const Source& source : pack.sources) sources.emplace(source.id, &source);
  }
}

void KnowledgeBase::index_precautions() {
  for (const Pack& pack : packs_) {
    for (const Precaution& precaution : pack.precautions) {
      for (const IngredientId id : ingredients_of(precaution.of)) {
        precautions_[id.position].push_back(&precaution);
        covered_[id.position] = true;
      }
    }
  }
  for (auto& list : precautions_) {
    std::sort(list.begin(), list.end(), [](const auto* x, const auto* y) {
      return std::tie(x->severity, x->id) < std::tie(y->severity, y->id);
    });
  }
}

void KnowledgeBase::index_cumulative_effects() {
  for (const Pack& pack : packs_) {
    for (const CumulativeEffect& effect : pack.cumulative_effects) {
      for (const Contributor& contributor : effect.contributors) {
        for (const IngredientId id : ingredients_of(contributor.of))
          contributions_[id.position].push_back({&effect, &contributor});
      }
    }
  }
}

void KnowledgeBase::index_duplication_classes() {
  for (const DrugClass& drug_class : terminology_.classes) {
    if (!drug_class.duplication) continue;
    for (const IngredientId id : members(drug_class))
      duplication_classes_[id.position].push_back(&drug_class);
  }
}

bool allows_route(const Participant& participant, std::string_view route) {
  const auto& routes = participant.routes;
  if (routes.empty()) return true;
  const std::string_view key = route.empty() ? kUnstatedRoute : route;
  return std::find(routes.begin(), routes.end(), key) != routes.end();
}

}  // namespace crosscheck
