// How many requests a second one caller may send.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace crosscheck {

/// A bucket of tokens that fills at a steady rate, as one number: the time at
/// which it would be full again (the generic cell rate algorithm).
///
/// Thread safety: any thread; nobody waits for another.
class RateLimiter {
 public:
  using Clock = std::chrono::steady_clock;

  /// `burst`: how many may come at once after a rest.  Both are above 0.
  RateLimiter(double per_second, double burst);

  /// Takes a token and returns 0, or returns how long it is until there is one.
  std::chrono::nanoseconds take(Clock::time_point now);

 private:
  std::int64_t interval_;  // nanoseconds between two requests at the rate
  std::int64_t slack_;     // how far ahead of the rate a burst may be
  std::atomic<std::int64_t> full_at_{INT64_MIN};
};

}  // namespace crosscheck
