// Asks the service whether it still answers, and tells the supervisor.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "supervisor.h"

namespace crosscheck {

/// While `answers()` is true, tells the supervisor so, four times in its patience;
/// does nothing where nobody waits.
///
/// Lifetime: from construction to destruction; borrows the supervisor.
class Watchdog {
 public:
  /// `answers` is called on a thread of its own, and takes no longer than a
  /// quarter of the patience.
  Watchdog(Supervisor& supervisor, std::chrono::microseconds patience,
           std::function<bool()> answers);
  ~Watchdog();

 private:
  void watch(std::chrono::microseconds pause, const std::function<bool()>& answers);

  Supervisor& supervisor_;
  std::mutex guard_;  // Guards ended_.
  std::condition_variable end_;
  bool ended_ = false;
  std::thread thread_;
};

/// Whether the service answers a request over the network.  503 is an answer: to
/// end a service that has too much to do would help nobody.
/// `host`: where it listens; `limit`: how long it may take.
bool answers_itself(const std::string& host, int port, std::chrono::microseconds limit);

}  // namespace crosscheck
