// What is known about two drugs, or classes of drugs, taken together.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "knowledge/participant.h"
#include "knowledge/statement.h"

namespace crosscheck {

/// How soon the effect is to be expected: within a day, or after days or weeks.
enum class Onset { rapid, delayed };

inline constexpr std::array<std::pair<Onset, std::string_view>, 2> kOnsetTokens{{
    {Onset::rapid, "rapid"},
    {Onset::delayed, "delayed"},
}};

constexpr std::string_view to_string(Onset onset) {
  return kOnsetTokens[static_cast<std::size_t>(onset)].second;
}

/// One interaction as a pack states it; it has at least one effect.
struct Interaction : Statement {
  std::array<Participant, 2> between;  ///< The order carries no meaning.
  std::optional<Onset> onset;          ///< None where no source gives one.
};

}  // namespace crosscheck
