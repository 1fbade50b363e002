// Days of the calendar as rules write them.
#pragma once

#include <string>
#include <string_view>

namespace crosscheck {

/// Today in UTC as ISO 8601: "2026-11-22".  Such days compare as texts do.
std::string today();

/// This moment in UTC as ISO 8601, to the second: "2026-11-28T07:00:00Z".
std::string this_moment();

/// Seconds from 1970 to the beginning, in UTC, of `day`, which must be an ISO 8601
/// date.
long long seconds_of_day(std::string_view day);

/// From `from` to `to`, both ISO 8601 dates; negative if `to` is the earlier.
long long days_between(std::string_view from, std::string_view to);

}  // namespace crosscheck
