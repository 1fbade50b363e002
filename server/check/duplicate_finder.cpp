#include "check/duplicate_finder.h"

#include <algorithm>
#include <map>

namespace crosscheck {
namespace {

// Where something is taken, and in the form of which ingredients.
struct Found {
  std::vector<std::size_t> positions;
  std::vector<IngredientId> ingredients;

  void add(std::size_t position, IngredientId ingredient) {
    if (positions.empty() || positions.back() != position) positions.push_back(position);
    if (std::find(ingredients.begin(), ingredients.end(), ingredient) ==
        ingredients.end())
      ingredients.push_back(ingredient);
  }
};

}  // namespace

std::vector<Duplicate> find_duplicates(const KnowledgeBase& knowledge,
                                       std::span<const Medication> medications) {
  std::map<IngredientId, Found> by_ingredient;
  std::map<const DrugClass*, Found> by_class;
  for (const Medication& medication : medications) {
    const Route* route = knowledge.find_route(medication.route);
    const bool local = route != nullptr && route->local;
    medication.for_each_ingredient([&](IngredientId id) {
      by_ingredient[id].add(medication.position, id);
      if (local) return;
      for (const DrugClass* drug_class : knowledge.duplication_classes_of(id))
        by_class[drug_class].add(medication.position, id);
    });
  }

  std::vector<Duplicate> duplicates;
  for (auto& [ingredient, found] : by_ingredient) {
    if (found.positions.size() > 1)
      duplicates.push_back({std::move(found.positions), {ingredient}, nullptr});
  }
  for (auto& [drug_class, found] : by_class) {
    if (found.positions.size() > 1 && found.ingredients.size() > 1)
      duplicates.push_back(
          {std::move(found.positions), std::move(found.ingredients), drug_class});
  }
  std::stable_sort(
      duplicates.begin(), duplicates.end(),
      [](const auto& x, const auto& y) { return x.medications < y.medications; });
  return duplicates;
}

}  // namespace crosscheck
