#include "check/dose.h"

#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

#include "naming/folded_text.h"

namespace crosscheck {

std::optional<double> milligrams_a_day(const DailyDose& dose) {
  static constexpr std::array<std::pair<std::string_view, double>, 14> kUnits{{
      {"mg", 1},
      {"milligram", 1},
      {"milligrams", 1},
      {"g", 1000},
      {"gm", 1000},
      {"gram", 1000},
      {"grams", 1000},
      {"mcg", 0.001},
      {"ug", 0.001},
      {"\u03BCg", 0.001},  // both micro signs fold to the Greek letter
      {"microgram", 0.001},
      {"micrograms", 0.001},
      {"ng", 0.000001},
      {"nanograms", 0.000001},
  }};
  static constexpr std::array<std::string_view, 7> kPeriods{
      "", "day", "d", "perday", "aday", "daily", "24h"};
  const FoldedText folded(dose.unit);
  for (const auto& [unit, factor] : kUnits) {
    if (!folded.joined().starts_with(unit)) continue;
    for (const auto period : kPeriods) {
      if (folded.joined().substr(unit.size()) == period) return dose.value * factor;
    }
  }
  return std::nullopt;
}

std::string spell_dose(double milligrams) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.10g mg a day", milligrams);
  return text.data();
}

}  // namespace crosscheck
