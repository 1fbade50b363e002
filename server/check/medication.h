// One entry of the list, understood.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "knowledge/ingredient_id.h"

namespace crosscheck {

struct Medication {
  std::size_t position = 0;                      ///< In the caller's list.
  std::vector<std::vector<IngredientId>> parts;  ///< As Recognition::parts.
  std::string route;                    ///< Route key, or "" where none is stated.
  std::optional<double> daily_dose_mg;  ///< Only for a single ingredient.
  bool stopping = false;
  bool assumed = false;  ///< Understood by a correction, or as one of several things.

  bool has(IngredientId wanted) const {
    bool found = false;
    for_each_ingredient([&](IngredientId id) { found = found || id == wanted; });
    return found;
  }
  template <typename Visit>
  void for_each_ingredient(Visit visit) const {
    for (const auto& part : parts) {
      for (const IngredientId id : part) visit(id);
    }
  }
};

}  // namespace crosscheck
