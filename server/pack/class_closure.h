// Which ingredients a class has through the classes it contains.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "knowledge/terminology.h"

namespace crosscheck {

/// Follows `contains` from class to class.  Total: keys that no class has are
/// passed over, and cycles end.
///
/// Lifetime: borrows the classes.
class ClassClosure {
 public:
  explicit ClassClosure(std::span<const DrugClass> classes);

  /// Keys of all ingredients of the class at `position`.
  std::unordered_set<std::string> members(std::size_t position) const;

  /// "a -> b -> a", the shortest way on which the class at `position` contains
  /// itself without a class before it; "" if there is none.  Asked of every
  /// class, it finds each cycle at least once.
  std::string find_cycle(std::size_t position) const;

 private:
  using CameFrom = std::unordered_map<std::size_t, std::size_t>;
  std::string spell_cycle(std::size_t last, std::size_t first,
                          const CameFrom& came_from) const;

  std::span<const DrugClass> classes_;
  std::vector<std::vector<std::size_t>> contains_;  // positions
};

}  // namespace crosscheck
