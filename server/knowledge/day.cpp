#include "knowledge/day.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace crosscheck {
namespace {

using namespace std::chrono;

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

sys_days read_day(std::string_view day) {
  return year_month_day(
      year(number(day.substr(0, 4))),
      month(static_cast<unsigned>(number(day.substr(5, 2)))),
      std::chrono::day(static_cast<unsigned>(number(day.substr(8, 2)))));
}

}  // namespace

std::string today() {
  const year_month_day day(floor<days>(system_clock::now()));
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text;
}

std::string this_moment() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

long long seconds_of_day(std::string_view day) {
  return duration_cast<seconds>(read_day(day).time_since_epoch()).count();
}

long long days_between(std::string_view from, std::string_view to) {
  return (read_day(to) - read_day(from)).count();
}

}  // namespace crosscheck
