// A few threads for the requests that take long.
#pragma once

#include <httplib.h>

#include <atomic>
#include <functional>
#include <memory>

namespace crosscheck {

/// The library's pool, with a bound on what waits for it.
///
/// Thread safety: any thread may hand over; stop() is for the owner.
class Workers {
 public:
  /// `most_waiting` tasks wait beside those that are being done.
  Workers(std::size_t threads, std::size_t most_waiting)
      : most_(threads + most_waiting),
        pool_(std::make_unique<httplib::ThreadPool>(threads)) {}
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
        task();
        --count_;
      });
    } catch (...) {
      --count_;
      throw;
    }
    return true;
  }

  /// Ends when all that was taken is done; nothing may be handed over after it.
  void stop() {
    if (pool_ != nullptr) pool_->shutdown();
    pool_ = nullptr;
  }

 private:
  const std::size_t most_;
  std::atomic<std::size_t> count_{0};
  std::unique_ptr<httplib::ThreadPool> pool_;
};

}  // namespace crosscheck
