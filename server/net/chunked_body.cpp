#include "net/chunked_body.h"

#include <algorithm>

#include "net/field.h"

namespace crosscheck {
namespace {

constexpr std::size_t kLongestLine = 1024;
constexpr std::size_t kLongestTrailer = 8 * 1024;
constexpr std::size_t kMostDigits = 8;  // hexadecimal: 4 GiB, over any limit here

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_sound_field(std::string_view line) {
  const auto field = read_field(line);
  return field && field->has_sound_value();
}

}  // namespace

ChunkedBody::State ChunkedBody::read(std::string_view& input) {
  State state = State::wants_more;
  while (state == State::wants_more && !input.empty())
    state = part_ == Part::data ? read_data(input) : read_line(input);
  return state;
}

ChunkedBody::State ChunkedBody::read_data(std::string_view& input) {
  const std::size_t size = std::min(left_in_chunk_, input.size());
  body_.append(input.substr(0, size));
  input.remove_prefix(size);
  left_in_chunk_ -= size;
  if (left_in_chunk_ == 0) part_ = Part::data_end;
  return State::wants_more;
}

// A line ends with CR LF; either alone is a fault.
ChunkedBody::State ChunkedBody::read_line(std::string_view& input) {
  const std::size_t end = std::min(input.find('\n'), input.size());
  const bool ended = end < input.size();
  line_.append(input.substr(0, end));
  input.remove_prefix(std::min(end + 1, input.size()));
  if (line_.size() > kLongestLine) return State::malformed;
  if (!ended) return State::wants_more;
  if (!line_.ends_with('\r')) return State::malformed;
  line_.pop_back();
  const State state = act_on_line();
  line_.clear();
  return state;
}

ChunkedBody::State ChunkedBody::act_on_line() {
  if (line_.find('\r') != std::string::npos) return State::malformed;
  switch (part_) {
    case Part::size:
      if (!read_size()) return State::malformed;
      if (left_in_chunk_ > largest_body_ - body_.size()) return State::too_large;
      part_ = left_in_chunk_ == 0 ? Part::trailer : Part::data;
      return State::wants_more;
    case Part::data_end:
      if (!line_.empty()) return State::malformed;
      part_ = Part::size;
      return State::wants_more;
    case Part::trailer:
      if (!line_.empty() && !is_sound_field(line_)) return State::malformed;
      trailer_size_ += line_.size();
      if (trailer_size_ > kLongestTrailer) return State::malformed;
      return line_.empty() ? State::complete : State::wants_more;
    case Part::data:
      break;
  }
  return State::malformed;
}

// "1a", or "1a;extension".  What stands behind the number says nothing to us, but has
// to be what it is (RFC 9112, 7.1.1).
bool ChunkedBody::read_size() {
  left_in_chunk_ = 0;
  std::size_t digits = 0;
  while (digits < line_.size() && hexadecimal(line_[digits]) >= 0) {
    if (digits == kMostDigits) return false;
    left_in_chunk_ =
        left_in_chunk_ * 16 + static_cast<std::size_t>(hexadecimal(line_[digits]));
    ++digits;
  }
  const std::string_view rest = trimmed_value(std::string_view(line_).substr(digits));
  return digits > 0 && (digits == line_.size() || rest.starts_with(';')) &&
         Field{{}, rest}.has_sound_value();
}

}  // namespace crosscheck
