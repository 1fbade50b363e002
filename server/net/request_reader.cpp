#include "net/request_reader.h"

#include <algorithm>
#include <utility>

namespace crosscheck {
namespace {

constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr Refusal kTooLarge{413, "The body is larger than this address takes."};

}  // namespace

RequestReader::State RequestReader::feed(std::string_view bytes) {
  if (state_ == State::refused) return state_;
  buffer_.append(bytes);
  advance();
  return state_;
}

WholeRequest RequestReader::take() {
  WholeRequest request{std::move(head_.text), std::move(body_), head_.keep_alive,
                       head_.knows_chunks};
  head_ = {};
  body_.clear();
  chunks_.reset();
  state_ = State::idle;
  advance();
  return request;
}

bool RequestReader::wants_continue() {
  const bool wants = state_ == State::body && buffer_.empty();
  return std::exchange(head_.expects_continue, false) && wants;
}

void RequestReader::refuse(const Refusal& refusal) {
  refusal_ = refusal;
  state_ = State::refused;
  buffer_ = {};
}

void RequestReader::advance() {
  if ((state_ == State::idle || state_ == State::head) && !find_head()) return;
  if (state_ == State::body) read_body();
}

// Whether the head is there and sound.
bool RequestReader::find_head() {
  // Empty lines in front of a request are passed over (RFC 9112, 2.2).
  std::size_t empty = 0;
  while (state_ == State::idle && buffer_.compare(empty, 2, "\r\n") == 0) empty += 2;
  buffer_.erase(0, empty);
  if (buffer_.empty() || buffer_ == "\r") return false;
  state_ = State::head;
  const std::size_t from = searched_ < kHeadEnd.size() ? 0 : searched_ - kHeadEnd.size();
  const std::size_t end = buffer_.find(kHeadEnd, from);
  searched_ = buffer_.size();
  // Where the end is not there yet, part of it may be.
  const std::size_t size = std::min(end, buffer_.size());
  const std::size_t most = limits_.head + (end == std::string::npos ? 3 : 0);
  const bool line_ended = buffer_.find('\n') <= limits_.request_line + 1;
  if (size > limits_.request_line + 1 && !line_ended) {
    refuse({414, "The address of the request is too long."});
    return false;
  }
  if (size > most) {
    refuse({431, "The head of the request is larger than 16 KiB."});
    return false;
  }
  if (end == std::string::npos) return false;

  auto head =
      read_head(std::string_view(buffer_).substr(0, end + kHeadEnd.size()), limits_);
  if (const auto* refusal = std::get_if<Refusal>(&head)) {
    refuse(*refusal);
    return false;
  }
  head_ = std::move(std::get<RequestHead>(head));
  buffer_.erase(0, end + kHeadEnd.size());
  searched_ = 0;
  return begin_body();
}

// Whether the head's route takes such a body.
bool RequestReader::begin_body() {
  const std::string_view target = head_.target();
  allowance_ = allowance_of_(head_.method(), target.substr(0, target.find('?')));
  if (head_.content_length > allowance_.body) {
    refuse(kTooLarge);
    return false;
  }
  if (head_.chunked) chunks_.emplace(allowance_.body);
  state_ = State::body;
  return true;
}

void RequestReader::read_body() {
  if (!chunks_) {
    if (buffer_.size() < head_.content_length) return;
    body_ = buffer_.substr(0, head_.content_length);
    buffer_.erase(0, head_.content_length);
    state_ = State::complete;
    return;
  }
  std::string_view input = buffer_;
  const ChunkedBody::State state = chunks_->read(input);
  buffer_.erase(0, buffer_.size() - input.size());
  switch (state) {
    case ChunkedBody::State::wants_more:
      return;
    case ChunkedBody::State::complete:
      body_ = chunks_->take();
      state_ = State::complete;
      return;
    case ChunkedBody::State::malformed:
      return refuse({400, "A chunk of the body is malformed."});
    case ChunkedBody::State::too_large:
      return refuse(kTooLarge);
  }
}

}  // namespace crosscheck
