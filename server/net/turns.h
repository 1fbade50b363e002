// Who may use a processor, in the order of asking.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>

namespace crosscheck {

/// A number of turns that threads take, give back, and take again.
///
/// Thread safety: any thread.
class Turns {
 public:
  explicit Turns(std::size_t count) : free_(count) {}

  /// Waits until it is the caller's.
  void take();
  void give_back();
  /// Lets those that wait go first, if there are any.
  void give_way();

 private:
  std::mutex guard_;  // Guards the rest.
  std::condition_variable changed_;
  std::size_t free_;
  std::uint64_t next_ = 0;    // ticket of the next to ask
  std::uint64_t served_ = 0;  // tickets that have had their turn
};

}  // namespace crosscheck
