// Who answers a whole request.
#pragma once

#include <string>
#include <string_view>

#include "net/answer_pipe.h"
#include "net/refusal.h"
#include "net/request_reader.h"

namespace crosscheck {

/// Writes whole answers, head and body.
/// Thread safety: called from every loop and every worker.
class Answerer {
 public:
  virtual ~Answerer() = default;

  /// Appends the answer to `output`.  With `close` it tells the client that the
  /// connection ends.
  virtual void answer(WholeRequest request, bool close, std::string& output) = 0;

  /// The same for a request that takes long, on the thread of a worker; ends the pipe.
  virtual void answer(WholeRequest request, bool close, AnswerPipe& pipe) = 0;

  /// Appends the answer to a request that nobody looked at; the connection ends.
  /// `head` is RequestHead::text, or "" where it was not read or is not sound.
  virtual void refuse(const Refusal& refusal, std::string_view head,
                      std::string& output) = 0;
};

}  // namespace crosscheck
