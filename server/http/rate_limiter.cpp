#include "http/rate_limiter.h"

#include <algorithm>

namespace crosscheck {

RateLimiter::RateLimiter(double per_second, double burst)
    : interval_(std::max<std::int64_t>(1, static_cast<std::int64_t>(1e9 / per_second))),
      slack_(static_cast<std::int64_t>((burst - 1) * static_cast<double>(interval_))) {}

std::chrono::nanoseconds RateLimiter::take(Clock::time_point now) {
  const std::int64_t at =
      std::chrono::duration_cast<std::chrono::nanoseconds>(now.time_since_epoch())
          .count();
  std::int64_t full_at = full_at_.load(std::memory_order_relaxed);
  while (true) {
    const std::int64_t begin = std::max(full_at, at);
    const std::int64_t early = begin - at - slack_;
    if (early > 0) return std::chrono::nanoseconds(early);
    if (full_at_.compare_exchange_weak(full_at, begin + interval_,
                                       std::memory_order_relaxed))
      return std::chrono::nanoseconds(0);
  }
}

}  // namespace crosscheck
