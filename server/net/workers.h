// A few threads for the requests that take long.
#pragma once

#include <httplib.h>

#include <atomic>
#include <functional>
#include <memory>

#include "net/limits.h"
#include "net/turns.h"

namespace crosscheck {

/// The library's pool, with a bound on what waits for it.  It has more threads than
/// work at once: one that waits for its client gives its turn to another.
///
/// Thread safety: any thread may hand over; stop() is for the owner.
class Workers {
 public:
  explicit Workers(const Limits& limits)
      : most_(limits.worker_threads + limits.waiting_long),
        turns_(limits.workers),
        pool_(std::make_unique<httplib::ThreadPool>(limits.worker_threads)) {}
  ~Workers() { stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False, and nothing is done, when there is no room.  The task must not throw.
  bool take(std::function<void()> task) {
    if (++count_ > most_) {
      --count_;
      return false;
    }
    try {
      pool_->enqueue([this, task = std::move(task)] {
        turns_.take();
        task();
        turns_.give_back();
        --count_;
      });
    } catch (...) {
      --count_;
      throw;
    }
    return true;
  }

  /// Of whoever works now.
  Turns& turns() { return turns_; }

  /// Ends when all that was taken is done; nothing may be handed over after it.
  void stop() {
    if (pool_ != nullptr) pool_->shutdown();
    pool_ = nullptr;
  }

 private:
  const std::size_t most_;
  std::atomic<std::size_t> count_{0};
  Turns turns_;
  std::unique_ptr<httplib::ThreadPool> pool_;
};

}  // namespace crosscheck
