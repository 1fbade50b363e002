// One thread that serves many connections.
#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "net/connection.h"

namespace crosscheck {

/// Waits for all its connections at once (epoll), answers whole requests one
/// after the other, in the order in which they became whole.
///
/// When more than Limits::waiting of them wait, the rest is turned away at once:
/// those that are answered are answered soon.
/// Thread safety: adopt(), stop() and connections() from any thread; run() from
/// one.
class EventLoop {
 public:
  EventLoop(const Limits& limits, Answerer& answerer);

  /// Serves until stop(), and then until every connection has ended.
  void run();
  void stop();

  /// Takes over a connected, non-blocking socket.
  void adopt(FileDescriptor socket);
  /// How many connections it has, those just adopted included.
  std::size_t connections() const { return count_; }

 private:
  using Connections = std::unordered_map<int, std::unique_ptr<Connection>>;

  void wait();
  void take_in_adopted();
  void go_on(Connection& connection);
  void answer_waiting();
  void sweep();
  void end(Connection& connection);

  const Limits& limits_;
  Answerer& answerer_;
  FileDescriptor epoll_;
  FileDescriptor wake_;
  Clock::time_point now_;
  Clock::time_point swept_;
  Connections open_;         // by socket
  std::deque<int> waiting_;  // sockets with a whole request
  std::atomic<std::size_t> count_{0};
  std::atomic<bool> stopping_{false};
  bool told_to_stop_ = false;
  std::mutex guard_;                     // Guards adopted_.
  std::vector<FileDescriptor> adopted_;  // not yet open_
};

}  // namespace crosscheck
