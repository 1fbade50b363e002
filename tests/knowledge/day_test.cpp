#include "knowledge/day.h"

#include <doctest/doctest.h>

#include <ctime>

namespace crosscheck {
namespace {

TEST_CASE("days are counted as the calendar does") {
  CHECK(seconds_of_day("1970-01-01") == 0);
  CHECK(seconds_of_day("2026-11-22") == 1'795'305'600);
  CHECK(days_between("2026-11-22", "2026-11-22") == 0);
  CHECK(days_between("2024-02-28", "2024-03-01") == 2);
  CHECK(days_between("2026-03-01", "2026-02-28") == -1);
  CHECK(days_between("2026-12-31", "2027-01-01") == 1);
}

TEST_CASE("today is the day of the system's clock in UTC") {
  const auto seconds = seconds_of_day(today());
  const auto now = static_cast<long long>(std::time(nullptr));
  CHECK(seconds <= now);
  CHECK(now < seconds + 24 * 60 * 60 + 60);  // midnight may come between
  CHECK(today().size() == 10);
}

TEST_CASE("this moment begins with its day") {
  const std::string day = today(), moment = this_moment();
  CHECK((moment.substr(0, 10) == day || moment.substr(0, 10) == today()));
  CHECK(moment.size() == 20);
  CHECK(moment[10] == 'T');
  CHECK(moment.back() == 'Z');
}

}  // namespace
}  // namespace crosscheck
