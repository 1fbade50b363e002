#include "net/request_reader.h"

#include <algorithm>
#include <utility>

namespace crosscheck {
namespace {

constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr Refusal kNoHead{400,
                          "These bytes begin no HTTP request whose lines end in CR LF."};
constexpr Refusal kLongAddress{414, "The address of the request is too long."};
constexpr Refusal kLargeHead{431, "The head of the request is larger than 16 KiB."};
constexpr Refusal kTooLarge{413, "The body is larger than this address takes."};

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

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

bool RequestReader::takes_long() const {
  const std::string_view target = head_.target();
  if (target.size() + body_.size() > allowance_.quick) return true;
  // A list in a query has commas, escaped ones, or a parameter for each of its entries.
  const auto is_between = [](char c) { return c == ',' || c == '%' || c == '&'; };
  const auto commas = std::count(body_.begin(), body_.end(), ',') +
                      std::count_if(target.begin(), target.end(), is_between);
  return static_cast<std::size_t>(commas) > allowance_.quick_commas;
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
  if (const auto fault = fault_before_reading(end)) {
    refuse(*fault);
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

// What is wrong with a head that ends at `end`, or has not yet ended.
std::optional<Refusal> RequestReader::fault_before_reading(std::size_t end) const {
  const std::size_t line_end = buffer_.find('\n');
  const bool has_line = line_end <= limits_.request_line + 1;
  // TLS, or a client that ends its lines in LF alone, is told so at once and not at
  // the deadline.
  if (is_control(buffer_.front()) || (has_line && buffer_[line_end - 1] != '\r'))
    return kNoHead;
  // Where the end is not there yet, part of it may be.
  const std::size_t size = std::min(end, buffer_.size());
  const std::size_t most = limits_.head + (end == std::string::npos ? 3 : 0);
  if (size > limits_.request_line + 1 && !has_line) return kLongAddress;
  if (size > most) return kLargeHead;
  return std::nullopt;
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
