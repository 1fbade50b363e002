// Misspelt names: what was meant, if that is beyond doubt.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "naming/name_index.h"

namespace crosscheck {

/// Thread safety: immutable after construction.
/// Lifetime: borrows the name index.
class SlipFinder {
 public:
  /// `look_alikes`: groups of names that are known to be mistaken for one
  /// another; names that the index does not have are passed over.
  SlipFinder(const NameIndex& names,
             const std::vector<std::vector<std::string>>& look_alikes);

  /// What a misspelling was meant to be.  With `name`: one unmistakable name,
  /// within one edit from five letters on, two from nine on.  Without: `rivals`
  /// holds the names that are equally near, or a near one and those that are
  /// known to be confused with it; empty when nothing is near.
  struct Slip {
    const Name* name = nullptr;
    std::size_t distance = 0;  ///< Of the nearest name.
    std::vector<const Name*> rivals;
    std::vector<std::string> suggestions;  ///< Names to offer, best first, at most five.
  };
  Slip find(std::string_view letters) const;

 private:
  std::vector<std::string> suggest(
      std::string_view letters,
      const std::vector<NameIndex::Neighbour>& neighbours) const;
  std::vector<const Name*> confusable_with(const Name& name) const;

  const NameIndex& names_;
  std::unordered_multimap<const Name*, const Name*> look_alikes_;
};

}  // namespace crosscheck
