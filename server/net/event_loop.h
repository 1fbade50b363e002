// One thread that serves many connections.
#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "net/connection.h"
#include "net/workers.h"

namespace crosscheck {

/// Waits for all its connections at once (epoll), answers whole requests one
/// after the other, in the order in which they became whole.
///
/// When more than Limits::waiting of them wait, the rest is turned away at once:
/// those that are answered are answered soon.  A request that takes long goes to a
/// worker, or is turned away where they have enough.
/// Thread safety: adopt(), stop() and connections() from any thread; run() from
/// one.
class EventLoop {
 public:
  EventLoop(const Limits& limits, const AllowanceOf& allowance_of, Answerer& answerer,
            Workers& workers);

  /// Serves until stop(), and then until every connection has ended.
  void run();
  void stop();

  /// Takes over a connected, non-blocking socket.
  void adopt(FileDescriptor socket);
  /// How many connections it has, those just adopted included.
  std::size_t connections() const { return count_; }

 private:
  using Connections = std::unordered_map<int, std::shared_ptr<Connection>>;

  void wait();
  void wake();
  void wake_up();
  void open(FileDescriptor socket);
  void go_on(Connection& connection);
  template <typename Act>
  void guarded(int socket, Act act);
  void answer_waiting();
  void answer(const std::shared_ptr<Connection>& connection);
  void hand_over(const std::shared_ptr<Connection>& connection);
  void try_to_sweep();
  void sweep();
  void end(Connection& connection);

  const Limits& limits_;
  const AllowanceOf& allowance_of_;
  Answerer& answerer_;
  Workers& workers_;
  FileDescriptor epoll_;
  FileDescriptor wake_;
  Clock::time_point now_;
  Clock::time_point swept_;
  Connections open_;         // by socket
  std::deque<int> waiting_;  // sockets with a whole request
  std::atomic<std::size_t> count_{0};
  std::atomic<bool> stopping_{false};
  bool told_to_stop_ = false;
  std::mutex guard_;                                // Guards the rest.
  std::vector<FileDescriptor> adopted_;             // not yet open_
  std::vector<std::weak_ptr<Connection>> written_;  // by workers, for clients to get
};

}  // namespace crosscheck
