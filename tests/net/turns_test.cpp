#include "net/turns.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace crosscheck {

TEST_CASE("no more work at once than there are turns") {
  Turns turns(2);
  std::atomic<int> now{0};
  std::atomic<bool> too_many{false};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 200; ++round) {
        turns.take();
        if (++now > 2) too_many = true;
        std::this_thread::yield();
        --now;
        turns.give_way();
        turns.give_back();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(!too_many);
}

TEST_CASE("who gives way is behind those that wait") {
  Turns turns(1);
  std::string order;
  turns.take();
  std::atomic<bool> begun{false};
  std::thread other([&] {
    begun = true;
    turns.take();
    order += "b";
    turns.give_back();
  });
  while (!begun) std::this_thread::yield();
  order += "a";
  while (order.size() < 2) turns.give_way();  // the other may not yet be waiting
  order += "c";
  turns.give_back();
  other.join();
  CHECK(order == "abc");
}

}  // namespace crosscheck
