// Who takes part in a statement: an ingredient or a drug class.
#pragma once

#include <string>
#include <vector>

namespace crosscheck {

/// One side of an interaction, or the subject of a precaution, by key.
struct Participant {
  enum class Kind { ingredient, drug_class };
  Kind kind = Kind::ingredient;
  std::string key;
  std::vector<std::string> except;  ///< Ingredient keys left out of a class.
  /// Route keys the statement is limited to; empty for any route.  The key
  /// "unstated" stands for an order that names no route, so that the author of
  /// a rule, not the program, decides what an unstated route means.
  std::vector<std::string> routes;

  bool operator==(const Participant&) const = default;
};

inline constexpr const char* kUnstatedRoute = "unstated";

}  // namespace crosscheck
