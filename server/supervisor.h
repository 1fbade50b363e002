// systemd, where it started the service.
#pragma once

#include <atomic>
#include <chrono>
#include <string>

namespace crosscheck {

/// Tells what the service does, in the words of sd_notify(3).  Without a
/// supervisor (no NOTIFY_SOCKET) nobody is told.
///
/// Thread safety: any thread.
class Supervisor {
 public:
  /// How long it waits for alive() before it ends the service; 0: for ever.
  static std::chrono::microseconds patience();

  /// It listens, with the rules of `version` in force.
  void ready(const std::string& version);
  void reloading();
  /// After reloading().  `successful`: `version` is what was just read.
  void reloaded(const std::string& version, bool successful);
  /// The last word: what comes later is not said.
  void stopping();
  void alive();

 private:
  std::atomic<bool> stopping_{false};
};

}  // namespace crosscheck
