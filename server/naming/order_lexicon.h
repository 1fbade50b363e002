// The words of an order that name no drug.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "knowledge/terminology.h"

namespace crosscheck {

/// Thread safety: immutable after construction.
/// Lifetime: borrows the terminology.
class OrderLexicon {
 public:
  explicit OrderLexicon(const Terminology& terminology);

  enum class Kind {
    none,
    plain,      ///< A salt, form, unit, maker or supply: passed over.
    direction,  ///< Passed over; what follows no longer belongs to the name.
    qualifier,  ///< Passed over, but not where it may belong to a name: "PM", "DM".
    route
  };
  struct Word {
    Kind kind = Kind::none;
    const Route* route = nullptr;  ///< Kind route.
  };
  /// What the folded letters of one or several tokens are.
  Word find(std::string_view letters) const;
  std::size_t longest_in_tokens() const { return longest_in_tokens_; }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  void add(std::string_view written, Word word);

  std::unordered_map<std::string, Word, Hash, std::equal_to<>> words_;
  std::size_t longest_in_tokens_ = 1;
};

}  // namespace crosscheck
