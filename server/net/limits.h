// What one client, and all clients together, may take from the service.
#pragma once

#include <chrono>
#include <cstddef>

namespace crosscheck {

using Clock = std::chrono::steady_clock;

/// Sizes in bytes.  Each time is for the whole thing, not for a read: a byte
/// that arrives buys nobody more time.
struct Limits {
  std::size_t request_line = 8 * 1024;
  std::size_t head = 16 * 1024;
  std::size_t headers = 64;
  /// What is still read, and thrown away, from a client that was refused, so
  /// that it sees why.
  std::size_t drained = 8 * 1024 * 1024;

  std::chrono::seconds for_head{5};
  std::chrono::seconds for_request{10};       ///< Head and body.
  std::chrono::seconds for_answer{10};        ///< Until the client has taken it.
  std::chrono::seconds for_long_answer{120};  ///< The same for that of a worker,
  std::chrono::seconds stalled{5};            ///< of which it takes something so often.
  std::chrono::seconds idle{30};              ///< Between two requests.
  /// For a refused client, and at the stop for one that has sent half a request, or
  /// takes nothing.
  std::chrono::seconds drain{2};

  /// For the answer of a worker, once the service stops: those who stop it in earnest
  /// wait for half a minute.
  std::chrono::seconds for_last_answer{25};

  std::size_t connections = 10'000;  ///< In all; one more is answered 503.
  std::size_t waiting = 512;         ///< Whole requests that one loop keeps waiting.
  std::size_t workers = 2;           ///< Requests that take long, answered at once.
  std::size_t worker_threads = 8;    ///< For them, and those whose client is slow.
  std::size_t waiting_long = 128;    ///< Such requests that wait for a worker.
};

}  // namespace crosscheck
