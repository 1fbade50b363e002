// What several drugs add to together, more than any two of them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/age_range.h"
#include "knowledge/evidence.h"
#include "knowledge/participant.h"

namespace crosscheck {

/// How the amounts of several contributors make a total.
enum class Summation {
  sum,
  maximum  ///< The largest amount: more drugs make it no worse.
};

inline constexpr std::array<std::pair<Summation, std::string_view>, 2> kSummationTokens{{
    {Summation::sum, "sum"},
    {Summation::maximum, "maximum"},
}};

constexpr std::string_view to_string(Summation summation) {
  return kSummationTokens[static_cast<std::size_t>(summation)].second;
}

/// An ingredient or a class that adds to an effect.
struct Contributor {
  Participant of;
  int amount = 1;  ///< 1 to 3: little, clearly, strongly.
  std::vector<Evidence> evidence;
};

/// One clinical effect that adds up over a list.  A plain value.
struct CumulativeEffect {
  std::string id;               ///< Unique in all packs, rules included; never reused.
  std::string effect;           ///< Key of the clinical effect.
  std::optional<AgeRange> age;  ///< Whom it concerns; a patient of unknown age, too.
  Summation summation = Summation::sum;
  std::optional<int> moderate_from;  ///< Totals; at least one of the two.
  std::optional<int> major_from;
  bool interruptive = false;  ///< As Statement::interruptive; only for major.
  /// Keys of effects by which an interaction of two drugs says the same.
  std::vector<std::string> said_by;
  std::string management;
  std::vector<Evidence> evidence;  ///< For the sum and its limits.
  std::vector<Contributor> contributors;
  std::string consumer = {};  ///< As Statement::consumer.
};

}  // namespace crosscheck
