#include "net/connection.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace crosscheck {
namespace {

constexpr std::size_t kReadSize = 16 * 1024;
// For the last answer to be taken, once the service stops.
constexpr std::chrono::milliseconds kLastDrain{200};
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

Connection::Connection(FileDescriptor socket, const Limits& limits,
                       const AllowanceOf& allowance_of, Answerer& answerer,
                       Clock::time_point now)
    : socket_(std::move(socket)),
      limits_(limits),
      answerer_(answerer),
      reader_(limits, allowance_of),
      request_began_(now),
      deadline_(now + limits.idle) {}

// Part of an answer must not look like the whole of one: the client gets a reset.
Connection::~Connection() {
  if (pipe_ == nullptr) return;
  pipe_->abandon();
  const linger at_once{1, 0};
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

Connection::Next Connection::go_on(Clock::time_point now) {
  while (true) {
    if (!flush(now)) return ending_ == Ending::now ? Next::end : Next::wait;
    if (pipe_ != nullptr) {
      if (ending_ != Ending::now && draw(now)) continue;
      return ending_ == Ending::now ? Next::end : Next::wait;
    }
    if (ending_ == Ending::after_answer) begin_draining(now);
    if (ending_ == Ending::now) return Next::end;
    if (reader_.state() == RequestReader::State::complete && ending_ == Ending::no)
      return std::exchange(is_waiting_, true) ? Next::wait : Next::answer;
    if (reader_.state() == RequestReader::State::refused && !was_refused_) {
      refuse(reader_.refusal(), reader_.head(), now);
      continue;
    }
    if (ending_ == Ending::no && reader_.wants_continue())
      output_ += kContinue;
    else if (!receive(now))
      return ending_ == Ending::now ? Next::end : Next::wait;
  }
}

// Whether all of the output is gone.
bool Connection::flush(Clock::time_point now) {
  if (output_.empty()) return ending_ != Ending::now;
  while (sent_ < output_.size()) {
    if (!writable_) return false;
    const ssize_t sent = ::send(socket_.get(), output_.data() + sent_,
                                output_.size() - sent_, MSG_NOSIGNAL);
    if (sent >= 0) {
      sent_ += static_cast<std::size_t>(sent);
      taken_at_ = now;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      writable_ = false;
    } else if (errno != EINTR) {
      ending_ = Ending::now;
      return false;
    }
  }
  output_.clear();
  sent_ = 0;
  if (pipe_ == nullptr) end_answer(now);
  return true;
}

// Whether a worker has written more, or has ended.
bool Connection::draw(Clock::time_point now) {
  const AnswerPipe::State state = pipe_->take(output_);
  taken_at_ = now;  // from now on the client has something to take
  switch (state) {
    case AnswerPipe::State::open:
      return !output_.empty();
    case AnswerPipe::State::ended:
      pipe_ = nullptr;
      if (closes_) ending_ = Ending::after_answer;
      if (output_.empty()) end_answer(now);
      return true;
    case AnswerPipe::State::broken:
      ending_ = Ending::now;
      return false;
  }
  return false;
}

void Connection::end_answer(Clock::time_point now) {
  if (ending_ != Ending::no) return;
  set_deadline(now);
  if (stopped_at_) leave_if_idle(now);
}

// Whether anything came; if not, the socket has to be waited for, or the
// connection ends.
bool Connection::receive(Clock::time_point now) {
  if (!readable_ || client_is_done_) {
    if (client_is_done_) ending_ = Ending::now;
    return false;
  }
  std::array<char, kReadSize> bytes;  // not cleared: the system fills it
  const ssize_t size = ::recv(socket_.get(), bytes.data(), bytes.size(), 0);
  if (size < 0) {
    if (errno == EINTR) return true;
    readable_ = false;
    if (errno != EAGAIN && errno != EWOULDBLOCK) ending_ = Ending::now;
    return false;
  }
  if (size == 0) {
    client_is_done_ = true;
    return true;  // go_on() ends it, unless a whole request is still there
  }
  if (ending_ == Ending::draining) {
    drained_ += static_cast<std::size_t>(size);
    if (drained_ > limits_.drained) ending_ = Ending::now;
    return ending_ != Ending::now;
  }
  // Less than there was room for: that was all, for now.
  if (static_cast<std::size_t>(size) < bytes.size() && !hung_up_) readable_ = false;
  if (reader_.state() == RequestReader::State::idle) request_began_ = now;
  reader_.feed({bytes.data(), static_cast<std::size_t>(size)});
  // Empty lines, which are no request, buy an idle client no time.
  if (reader_.state() != RequestReader::State::idle) set_deadline(now);
  return true;
}

// The deadlines run from the first byte of a request, whatever comes later.
void Connection::set_deadline(Clock::time_point now) {
  switch (reader_.state()) {
    case RequestReader::State::idle:
      deadline_ = now + limits_.idle;
      break;
    case RequestReader::State::head:
      deadline_ = request_began_ + limits_.for_head;
      break;
    case RequestReader::State::body:
      deadline_ = request_began_ + limits_.for_request;
      break;
    case RequestReader::State::complete:
    case RequestReader::State::refused:
      deadline_ = now + limits_.for_answer;
      return;
  }
  shorten_deadline();
}

// Of the next request, what has come already.
void Connection::receive_all(Clock::time_point now) {
  while (reader_.wants_more() && !client_is_done_ && receive(now)) continue;
}

// Decides too whether the connection ends after the answer.
WholeRequest Connection::take_request(Clock::time_point now) {
  is_waiting_ = false;
  WholeRequest request = reader_.take();
  request_began_ = now;  // of what was sent behind it
  if (stopped_at_) receive_all(now);
  const bool last = reader_.wants_more() && (client_is_done_ || stopped_at_);
  closes_ = last || !request.keep_alive ||
            (stopped_at_ && now >= *stopped_at_ + limits_.for_answer);
  return request;
}

void Connection::answer(Clock::time_point now) {
  WholeRequest request = take_request(now);  // which decides about closes_
  answerer_.answer(std::move(request), closes_, output_);
  if (closes_) ending_ = Ending::after_answer;
  deadline_ = now + limits_.for_answer;
}

void Connection::hand_over(Workers& workers, std::shared_ptr<AnswerPipe> pipe,
                           Clock::time_point now) {
  // Shared, as the library's tasks can be copied.
  auto request = std::make_shared<WholeRequest>(take_request(now));
  // What has no length and no chunks ends with the connection.
  closes_ = closes_ || !request->knows_chunks;
  const bool taken =
      workers.take([&answerer = answerer_, request, close = closes_, pipe] {
        answerer.answer(std::move(*request), close, *pipe);
      });
  if (!taken) return turn_away(request->head, now);
  pipe_ = std::move(pipe);
  deadline_ = now + limits_.for_long_answer;
}

void Connection::turn_away(std::string_view head, Clock::time_point now) {
  is_waiting_ = false;
  refuse({503, "The service has more to do than it can. Ask again in a second."}, head,
         now);
}

void Connection::refuse(const Refusal& refusal, std::string_view head,
                        Clock::time_point now) {
  was_refused_ = true;
  answerer_.refuse(refusal, head, output_);
  ending_ = Ending::after_answer;
  deadline_ = now + limits_.for_answer;
}

// A socket that is closed with bytes unread throws away the answer on its way:
// so the client is told that nothing more comes, and what it sends is read.
void Connection::begin_draining(Clock::time_point now) {
  ending_ = Ending::draining;
  ::shutdown(socket_.get(), SHUT_WR);
  deadline_ = now + (stopped_at_ ? kLastDrain : limits_.drain);
}

// At a stop nobody buys time by sending bit by bit.
void Connection::shorten_deadline() {
  if (stopped_at_) deadline_ = std::min(deadline_, *stopped_at_ + limits_.drain);
}

// Whether a worker waits for a client that takes nothing.
bool Connection::is_stalled(Clock::time_point now) const {
  return pipe_ != nullptr && !output_.empty() &&
         now >= taken_at_ + (stopped_at_ ? limits_.drain : limits_.stalled);
}

bool Connection::check_deadline(Clock::time_point now) {
  if (now < deadline_ && !is_stalled(now)) return false;
  const bool half_sent = reader_.state() == RequestReader::State::head ||
                         reader_.state() == RequestReader::State::body;
  if (ending_ == Ending::no && half_sent && output_.empty())
    refuse({408, "The request took too long to arrive."}, reader_.head(), now);
  else
    ending_ = Ending::now;
  return true;
}

void Connection::stop(Clock::time_point now) {
  stopped_at_ = now;
  if (ending_ == Ending::draining) ending_ = Ending::now;
  if (pipe_ != nullptr)
    deadline_ = std::min(deadline_, now + limits_.for_last_answer);
  else if (!output_.empty())
    deadline_ = std::min(deadline_, now + limits_.drain);
  else if (ending_ == Ending::no)
    leave_if_idle(now);
}

// The service stops: a client that has sent nothing is let go.
void Connection::leave_if_idle(Clock::time_point now) {
  readable_ = true;  // what has just arrived is still answered
  receive_all(now);
  if (reader_.state() == RequestReader::State::idle)
    ending_ = Ending::now;
  else if (reader_.wants_more())
    shorten_deadline();
}

}  // namespace crosscheck
