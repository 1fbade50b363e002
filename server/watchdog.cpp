#include "watchdog.h"

#include <httplib.h>

namespace crosscheck {
namespace {

constexpr int kTimesInPatience = 4;

// Who listens on every address is asked on this machine's own.
std::string reachable(const std::string& host) {
  if (host == "0.0.0.0") return "127.0.0.1";
  if (host == "::") return "::1";
  return host;
}

}  // namespace

Watchdog::Watchdog(Supervisor& supervisor, std::chrono::microseconds patience,
                   std::function<bool()> answers)
    : supervisor_(supervisor) {
  if (patience.count() == 0) return;
  thread_ = std::thread([this, pause = patience / kTimesInPatience,
                         asked = std::move(answers)] { watch(pause, asked); });
}

Watchdog::~Watchdog() {
  {
    const std::lock_guard lock(guard_);
    ended_ = true;
  }
  end_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Watchdog::watch(std::chrono::microseconds pause,
                     const std::function<bool()>& answers) {
  std::unique_lock lock(guard_);
  while (!ended_) {
    lock.unlock();
    if (answers()) supervisor_.alive();
    lock.lock();
    end_.wait_for(lock, pause, [this] { return ended_; });
  }
}

bool answers_itself(const std::string& host, int port, std::chrono::microseconds limit) {
  httplib::Client client(reachable(host), port);
  client.set_connection_timeout(limit / 2);
  client.set_read_timeout(limit / 2);
  const auto response = client.Get("/livez");
  return response && (response->status == 200 || response->status == 503);
}

}  // namespace crosscheck
