#include "supervisor.h"

#include <systemd/sd-daemon.h>

namespace crosscheck {
namespace {

constexpr int kStay = 0;  // the variables are there for whoever is told next

void tell(const std::string& words) {
  ::sd_notify(kStay, words.c_str());
}

}  // namespace

std::chrono::microseconds Supervisor::patience() {
  std::uint64_t microseconds = 0;
  if (::sd_watchdog_enabled(kStay, &microseconds) <= 0)
    return std::chrono::microseconds{0};
  return std::chrono::microseconds{microseconds};
}

void Supervisor::ready(const std::string& version) {
  tell("READY=1\nSTATUS=Serving with the rules " + version);
}

void Supervisor::reloading() {
  if (stopping_) return;
  // steady_clock is the CLOCK_MONOTONIC that is asked for.
  const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now().time_since_epoch());
  tell("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(now.count()) +
       "\nSTATUS=Reading the rules again");
}

void Supervisor::reloaded(const std::string& version, bool successful) {
  if (stopping_) return;
  tell("READY=1\nSTATUS=Serving with the rules " + version +
       (successful ? "" : "; those read last have faults, see the log"));
}

void Supervisor::stopping() {
  stopping_ = true;
  tell("STOPPING=1\nSTATUS=Ending what was begun");
}

void Supervisor::alive() {
  tell("WATCHDOG=1");
}

}  // namespace crosscheck
