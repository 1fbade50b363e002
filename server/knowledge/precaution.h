// What is known about one drug and the patient who takes it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/age_range.h"
#include "knowledge/participant.h"
#include "knowledge/statement.h"

namespace crosscheck {

enum class PrecautionKind {
  condition,
  age,
  pregnancy,
  breastfeeding,
  allergy,
  dose,
  route,
  abrupt_stop,
  laboratory,
  activity
};

inline constexpr std::array<std::pair<PrecautionKind, std::string_view>, 10>
    kPrecautionKindTokens{{
        {PrecautionKind::condition, "condition"},
        {PrecautionKind::age, "age"},
        {PrecautionKind::pregnancy, "pregnancy"},
        {PrecautionKind::breastfeeding, "breastfeeding"},
        {PrecautionKind::allergy, "allergy"},
        {PrecautionKind::dose, "dose"},
        {PrecautionKind::route, "route"},
        {PrecautionKind::abrupt_stop, "abrupt_stop"},
        {PrecautionKind::laboratory, "laboratory"},
        {PrecautionKind::activity, "activity"},
    }};

constexpr std::string_view to_string(PrecautionKind kind) {
  return kPrecautionKindTokens[static_cast<std::size_t>(kind)].second;
}

/// Laboratory and activity notes inform; they hold for every patient, come
/// only with a professional audience, and are never worse than minor.
constexpr bool is_information(PrecautionKind kind) {
  return kind == PrecautionKind::laboratory || kind == PrecautionKind::activity;
}

/// Strictly more than this a day, in milligrams.
struct DoseLimit {
  double above_mg = 0;
};

/// One precaution as a pack states it.
struct Precaution : Statement {
  Participant of;
  PrecautionKind kind = PrecautionKind::condition;
  std::vector<std::string> conditions;  ///< Kind condition: keys, any of them.
  std::optional<AgeRange> age;          ///< Kind age.
  std::optional<DoseLimit> daily_dose;  ///< Kind dose.
};

}  // namespace crosscheck
