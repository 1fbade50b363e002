#include "http/rate_limiter.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

namespace crosscheck {
namespace {

using namespace std::chrono_literals;

const RateLimiter::Clock::time_point kStart(1h);

// How many requests pass at `now`, one after the other.
int passed(RateLimiter& limiter, RateLimiter::Clock::time_point now, int tries = 100) {
  int count = 0;
  for (int i = 0; i < tries; ++i) count += limiter.take(now) == 0ns ? 1 : 0;
  return count;
}

TEST_CASE("take: a burst, then the rate, then a burst again after a rest") {
  RateLimiter limiter(10, 5);
  CHECK(passed(limiter, kStart) == 5);
  CHECK(limiter.take(kStart) == 100ms);
  CHECK(limiter.take(kStart + 60ms) == 40ms);
  CHECK(passed(limiter, kStart + 99ms) == 0);
  CHECK(passed(limiter, kStart + 100ms) == 1);
  CHECK(passed(limiter, kStart + 300ms) == 2);
  CHECK(passed(limiter, kStart + 1h) == 5);
}

TEST_CASE("take: what was refused costs nothing") {
  RateLimiter limiter(1, 1);
  CHECK(passed(limiter, kStart) == 1);
  CHECK(passed(limiter, kStart + 999ms, 100'000) == 0);
  CHECK(passed(limiter, kStart + 1s) == 1);
}

TEST_CASE("take: less than one a second") {
  RateLimiter limiter(0.1, 1);
  CHECK(passed(limiter, kStart) == 1);
  CHECK(limiter.take(kStart + 1s) == 9s);
  CHECK(passed(limiter, kStart + 10s) == 1);
}

TEST_CASE("take: a clock that stands before another thread's loses nothing") {
  RateLimiter limiter(10, 2);
  CHECK(passed(limiter, kStart) == 2);
  CHECK(passed(limiter, kStart - 1ms) == 0);
  CHECK(passed(limiter, kStart + 200ms) == 2);
}

TEST_CASE("take: threads share one bucket") {
  RateLimiter limiter(1, 1000);
  std::atomic<int> count{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] { count += passed(limiter, kStart, 5000); });
  for (std::thread& thread : threads) thread.join();
  CHECK(count == 1000);
}

}  // namespace
}  // namespace crosscheck
