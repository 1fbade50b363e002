// One client: what it sent, and what it still has to get.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "net/answerer.h"
#include "net/file_descriptor.h"
#include "net/limits.h"
#include "net/request_reader.h"
#include "net/workers.h"

namespace crosscheck {

/// A connection that never blocks.  The loop tells it when its socket may be
/// read or written again, and asks it to go on.
///
/// Thread safety: belongs to one loop.
class Connection {
 public:
  enum class Next {
    wait,    ///< For the socket, or for a deadline.
    answer,  ///< A whole request is there: answer() it.
    end      ///< Done, or broken: destroy it.
  };

  Connection(FileDescriptor socket, const Limits& limits, const AllowanceOf& allowance_of,
             Answerer& answerer, Clock::time_point now);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int socket() const { return socket_.get(); }

  /// `hung_up`: the client sends no more; its end is behind what is there.
  void may_read(bool hung_up) {
    readable_ = true;
    hung_up_ = hung_up_ || hung_up;
  }
  void may_write() { writable_ = true; }

  /// Writes and reads as much as the socket takes.  Says Next::answer once for
  /// each request.
  Next go_on(Clock::time_point now);

  bool has_request() const { return is_waiting_; }
  /// Whether the request that is there is one for hand_over().
  bool takes_long() const { return reader_.takes_long(); }
  /// Answers the request that is there; go_on() sends it.
  void answer(Clock::time_point now);
  /// Has it answered by one of the workers, through the pipe, or turns it away.
  void hand_over(Workers& workers, std::shared_ptr<AnswerPipe> pipe,
                 Clock::time_point now);
  /// Answers it with 503, for want of time.
  void turn_away(Clock::time_point now) { turn_away(reader_.head(), now); }

  /// Gives up what takes too long; whether there was anything to give up, so
  /// that go_on() is due.
  bool check_deadline(Clock::time_point now);
  /// The service stops: an idle client is let go; a half-sent request, and a client
  /// that is slow to take its answer, get a little time.  Whole requests that wait
  /// behind one another are all answered; the last answer says that it is.
  void stop(Clock::time_point now);

 private:
  enum class Ending { no, after_answer, draining, now };

  WholeRequest take_request(Clock::time_point now);
  bool flush(Clock::time_point now);
  bool draw(Clock::time_point now);
  void end_answer(Clock::time_point now);
  void leave_if_idle(Clock::time_point now);
  bool receive(Clock::time_point now);
  void receive_all(Clock::time_point now);
  void turn_away(std::string_view head, Clock::time_point now);
  void refuse(const Refusal& refusal, std::string_view head, Clock::time_point now);
  void begin_draining(Clock::time_point now);
  void set_deadline(Clock::time_point now);
  void shorten_deadline();
  bool is_stalled(Clock::time_point now) const;

  FileDescriptor socket_;
  const Limits& limits_;
  Answerer& answerer_;
  RequestReader reader_;
  std::shared_ptr<AnswerPipe> pipe_;  // where a worker answers
  std::string output_;
  std::size_t sent_ = 0;     // of output_
  bool is_waiting_ = false;  // for answer()
  bool readable_ = true;
  bool writable_ = true;
  bool hung_up_ = false;
  bool client_is_done_ = false;  // its end was read
  bool was_refused_ = false;
  bool closes_ = false;                          // after the answer that is on its way
  std::optional<Clock::time_point> stopped_at_;  // since when the service stops
  Ending ending_ = Ending::no;
  std::size_t drained_ = 0;
  Clock::time_point request_began_;
  Clock::time_point deadline_;
  Clock::time_point taken_at_;  // when the client last took of an answer
};

}  // namespace crosscheck
