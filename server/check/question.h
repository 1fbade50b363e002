// What a caller asks: a medication list, and who takes it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/severity.h"
#include "naming/coding.h"

namespace crosscheck {

/// More entries than this in a list of medications, conditions or allergies
/// are refused: a check costs time in the pairs.
inline constexpr std::size_t kMostEntries = 500;
/// Longer texts are refused, in characters.
inline constexpr std::size_t kLongestText = 1000;

/// An amount a day, as the caller wrote it; `value` is finite and above 0.
struct DailyDose {
  double value = 0;
  std::string unit;
};

/// One medication of the caller's list: a text, codings, or both.
struct MedicationEntry {
  std::string text;  ///< May be empty if there is a coding.
  std::vector<Coding> codings;
  std::optional<std::string> id;  ///< The caller's own, echoed.
  bool is_new = false;            ///< Being ordered now, not on file.  Echoed.
  std::string route;              ///< A route as text; empty if not said.
  std::optional<DailyDose> daily_dose;
  bool stopping = false;  ///< To be stopped at once, without a taper.
};

/// A condition of the patient: a text, a coding, or both.
struct ConditionEntry {
  std::string text;
  std::vector<Coding> codings;
};

/// What is known of the patient; whatever is absent is not judged.
struct Patient {
  std::optional<double> age_years;
  bool pregnant = false;
  bool breastfeeding = false;
  std::vector<ConditionEntry> conditions;
  std::vector<std::string> allergies;
};

/// For whom the answer is worded.
enum class Audience { professional, consumer };

inline constexpr std::array<std::pair<Audience, std::string_view>, 2> kAudienceTokens{{
    {Audience::professional, "professional"},
    {Audience::consumer, "consumer"},
}};

constexpr std::string_view to_string(Audience audience) {
  return kAudienceTokens[static_cast<std::size_t>(audience)].second;
}

struct Question {
  std::vector<MedicationEntry> medications;
  std::optional<Patient> patient;
  Severity minimum_severity =
      Severity::minor;  ///< Rows below it are left out, and counted.
  Audience audience = Audience::professional;
};

}  // namespace crosscheck
