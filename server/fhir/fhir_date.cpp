#include "fhir/fhir_date.h"

#include <algorithm>
#include <charconv>

namespace crosscheck {
namespace {

using std::chrono::sys_days;

// All of `text` as a number; -1 where it is none.
int number(std::string_view text) {
  int value = -1;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end && text.front() != '-' ? value : -1;
}

}  // namespace

std::optional<DayRange> read_date(std::string_view text) {
  text = text.substr(0, text.find('T'));
  const bool has_month = text.size() >= 7, has_day = text.size() == 10;
  if (text.size() != 4 && text.size() != 7 && !has_day) return std::nullopt;
  if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) return std::nullopt;
  const int year = number(text.substr(0, 4));
  const int month = has_month ? number(text.substr(5, 2)) : 1;
  const int day = has_day ? number(text.substr(8, 2)) : 1;
  if (year < 1 || month < 1 || day < 1) return std::nullopt;

  const std::chrono::year y(year);
  const std::chrono::month first_month(static_cast<unsigned>(month));
  const Day first(y, first_month, std::chrono::day(static_cast<unsigned>(day)));
  if (!first.ok()) return std::nullopt;
  if (has_day) return DayRange{first, first};
  const std::chrono::month last_month = has_month ? first_month : std::chrono::December;
  return DayRange{first, Day(y / last_month / std::chrono::last)};
}

double age_in_years(Day birth, Day today) {
  constexpr double kDaysOfYear = 366, kAlmost = 0.999;
  const auto years = today.year() - birth.year();
  // Whoever was born on 29 February is a year older on 1 March of other years.
  Day birthday(birth.year() + years, birth.month(), birth.day());
  int whole = static_cast<int>(years.count());
  if (sys_days(birthday) > sys_days(today)) {
    --whole;
    birthday = Day(birthday.year() - std::chrono::years(1), birth.month(), birth.day());
  }
  const auto days = (sys_days(today) - sys_days(birthday)).count();
  return whole + std::min(static_cast<double>(days) / kDaysOfYear, kAlmost);
}

}  // namespace crosscheck
