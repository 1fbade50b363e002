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
  std::chrono::seconds for_long_answer{120};  ///< The same for that of a worker.
  std::chrono::seconds idle{30};              ///< Between two requests.
  std::chrono::seconds drain{
      2};  ///< For a refused client, and for a half-sent request at the stop.

  std::size_t connections = 10'000;  ///< In all; one more is answered 503.
  std::size_t waiting = 128;         ///< Whole requests that one loop keeps waiting.
  std::size_t workers = 2;           ///< Threads for requests that take long.
  std::size_t waiting_long = 16;     ///< Such requests that wait for a worker.
};

}  // namespace crosscheck
