// Everything the service knows about drugs, frozen.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "knowledge/ingredient_id.h"
#include "knowledge/local_policy.h"
#include "knowledge/pack.h"
#include "knowledge/pair_index.h"
#include "knowledge/terminology.h"

namespace crosscheck {

/// One ingredient's part in a cumulative effect.
struct AddedEffect {
  const CumulativeEffect* effect = nullptr;
  const Contributor* by = nullptr;
};

/// A rule of any kind, or none.
using AnyRule = std::variant<std::monostate, const Interaction*, const Precaution*,
                             const CumulativeEffect*>;

/// All packs, linked to the terminology and indexed.
///
/// Thread safety: immutable after construction; share one among threads.
/// Lifetime: pointers, spans and references it returns live as long as it.
class KnowledgeBase {
 public:
  /// Every key in `packs` and `terminology` must resolve, every class have a
  /// member, every id be unique: the readers of packs prove it, here it is
  /// only asserted.
  /// A policy for a pair goes before one for a rule; of two for one pair the
  /// one with the worse severity holds.
  KnowledgeBase(Terminology terminology, std::vector<Pack> packs,
                std::vector<LocalPolicy> policies = {});

  // The indexes point into the packs: neither copied nor moved.
  KnowledgeBase(const KnowledgeBase&) = delete;
  KnowledgeBase& operator=(const KnowledgeBase&) = delete;

  const Terminology& terminology() const { return terminology_; }
  /// As written, but for the policies on rules.
  std::span<const Pack> packs() const { return packs_; }
  std::span<const LocalPolicy> policies() const { return policies_; }

  std::size_t ingredient_count() const { return terminology_.ingredients.size(); }
  const Ingredient& ingredient(IngredientId id) const {
    return terminology_.ingredients[id.position];
  }
  std::optional<IngredientId> find_ingredient(std::string_view key) const;

  const DrugClass* find_class(std::string_view key) const;
  /// All members, those of contained classes included, in order of position.
  std::span<const IngredientId> members(const DrugClass& drug_class) const;
  /// Every class that has the ingredient, directly or through another class.
  std::vector<const DrugClass*> classes_of(IngredientId id) const;

  /// The classes of `id` of which nobody should take two members.
  std::span<const DrugClass* const> duplication_classes_of(IngredientId id) const {
    return duplication_classes_[id.position];
  }
  /// Null for a key that is not known, so also for "", no route stated.
  const Route* find_route(std::string_view key) const;

  const ClinicalEffect* find_effect(std::string_view key) const;
  const Condition* find_condition(std::string_view key) const;

  /// The interactions that speak of `a` with `b`, in either order, worst
  /// first, routes not yet looked at.  Empty when `a` is `b`.
  std::span<const Interaction* const> between(IngredientId a, IngredientId b) const {
    return pairs_.find(a, b);
  }
  /// The precautions that speak of `id`, worst first, routes not yet looked at.
  std::span<const Precaution* const> precautions_of(IngredientId id) const {
    return precautions_[id.position];
  }
  /// The effects that `id` adds to, and by which contributor, in the order of
  /// the packs; routes not yet looked at.
  std::span<const AddedEffect> contributions_of(IngredientId id) const {
    return contributions_[id.position];
  }
  /// Whether `participant` is `id` or a class that has it; routes not looked at.
  bool includes(const Participant& participant, IngredientId id) const;
  /// The ingredients that `participant` speaks of, in order of position.
  std::vector<IngredientId> ingredients_of(const Participant& participant) const;
  /// Whether any rule in force speaks of `id` or of a class that has it.
  /// Silence about an ingredient that is not covered means nothing.  To add to a
  /// cumulative effect covers nothing: it tells of no pair.
  bool is_covered(IngredientId id) const { return covered_[id.position]; }

  /// The rule with this id, of whichever kind; std::monostate where none has it.
  AnyRule find_rule(std::string_view id) const;
  /// The pack of a rule, which must exist.
  const Pack& pack_of(std::string_view rule_id) const;
  /// The source that `evidence` of a rule of `pack` names; `pack` is of packs().
  const Source& source(const Pack& pack, const Evidence& evidence) const;

 private:
  using Positions = std::unordered_map<std::string_view, std::uint32_t>;
  struct Owned {
    AnyRule rule;
    std::uint32_t pack;  // position in packs_
  };

  std::vector<std::vector<IngredientId>> close_classes() const;
  void apply_rule_policies();
  std::vector<InteractingPair> expand_interactions();
  void apply_pair_policies(std::vector<InteractingPair>& pairs);
  void index_rules();
  void index_precautions();
  void index_cumulative_effects();
  void index_duplication_classes();

  Terminology terminology_;
  std::vector<Pack> packs_;
  std::vector<LocalPolicy> policies_;
  std::deque<Interaction> changed_;  // copies of rules, for the pairs of a policy
  Positions ingredient_positions_;
  Positions class_positions_;
  Positions effect_positions_;
  Positions condition_positions_;
  std::vector<std::vector<IngredientId>> class_members_;  // by class position
  std::vector<bool> covered_;                             // by ingredient
  std::vector<std::vector<const Precaution*>> precautions_;
  std::vector<std::vector<AddedEffect>> contributions_;
  std::vector<std::vector<const DrugClass*>> duplication_classes_;
  PairIndex pairs_;
  std::unordered_map<std::string_view, Owned> rules_;                         // by id
  std::vector<std::unordered_map<std::string_view, const Source*>> sources_;  // by pack
};

/// Whether a statement limited to `participant.routes` speaks of a medication
/// given by `route`, a route key, or "" where the order names none.
bool allows_route(const Participant& participant, std::string_view route);

}  // namespace crosscheck
