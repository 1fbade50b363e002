// FHIR's dates, which may be of a year, a month or a day.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace crosscheck {

using Day = std::chrono::year_month_day;

/// The days that a date may mean.
struct DayRange {
  Day first;
  Day last;
};

/// Reads "2020", "2020-02", "2020-02-29" or the date of a dateTime; none for
/// anything else.
std::optional<DayRange> read_date(std::string_view text);

/// Years from `birth` to `today`, the fraction of the current one included; less than 0
/// before the birth.
double age_in_years(Day birth, Day today);

}  // namespace crosscheck
