// Bytes of a connection → whole requests.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "net/allowance.h"
#include "net/chunked_body.h"
#include "net/limits.h"
#include "net/request_head.h"

namespace crosscheck {

/// A request that is complete, bounded and vetted.
struct WholeRequest {
  std::string head;  ///< RequestHead::text
  std::string body;
  bool keep_alive = true;
  bool knows_chunks = true;
};

/// Reads the requests of one connection, one after the other; bytes behind one
/// wait for the next.
///
/// Memory: one head, one body, and what was fed beyond them; do not feed while
/// a request is complete.
/// Lifetime: borrows what it is given.
class RequestReader {
 public:
  enum class State {
    idle,      ///< Nothing of the next request has come.
    head,      ///< Part of its head.
    body,      ///< Its head, and perhaps part of its body.
    complete,  ///< take() it.
    refused    ///< For good: where the next one would begin is not known.
  };

  RequestReader(const Limits& limits, const AllowanceOf& allowance_of)
      : limits_(limits), allowance_of_(allowance_of) {}

  State feed(std::string_view bytes);
  State state() const { return state_; }
  /// Whether it waits for the client: neither complete nor refused.
  bool wants_more() const {
    return state_ != State::complete && state_ != State::refused;
  }

  /// The request; what was fed behind it is looked at, which may change state().
  WholeRequest take();
  /// Whether the request that take() would return is not for a loop.
  bool takes_long() const;
  const Refusal& refusal() const { return refusal_; }
  /// RequestHead::text of the request that is there; "" where it was not read whole,
  /// or is not sound.
  std::string_view head() const { return head_.text; }

  /// Whether the client waits to be told to send its body.  True once.
  bool wants_continue();

 private:
  void advance();
  bool find_head();
  std::optional<Refusal> fault_before_reading(std::size_t end) const;
  bool begin_body();
  void read_body();
  void refuse(const Refusal& refusal);

  const Limits& limits_;
  const AllowanceOf& allowance_of_;
  State state_ = State::idle;
  std::string buffer_;
  std::size_t searched_ = 0;  // of buffer_, for the end of the head
  RequestHead head_;
  Allowance allowance_;  // of head_
  std::optional<ChunkedBody> chunks_;
  std::string body_;
  Refusal refusal_;
};

}  // namespace crosscheck
