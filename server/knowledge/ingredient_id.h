// The number of an ingredient inside one KnowledgeBase.
#pragma once

#include <compare>
#include <cstdint>

namespace crosscheck {

/// An ingredient of one KnowledgeBase, by position.  Meaningless in another.
struct IngredientId {
  std::uint32_t position = 0;
  auto operator<=>(const IngredientId&) const = default;
};

}  // namespace crosscheck
