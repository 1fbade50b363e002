// A body that comes in chunks (RFC 9112, 7.1), put together.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crosscheck {

/// Reads a body piece by piece, wherever the pieces are cut.
///
/// Extensions of chunks and trailers are passed over where they are well formed.  Memory:
/// the body, up to its limit, and one line.
class ChunkedBody {
 public:
  enum class State { wants_more, complete, malformed, too_large };

  explicit ChunkedBody(std::size_t largest_body) : largest_body_(largest_body) {}

  /// Takes bytes off the front of `input` until the body ends, a fault is found
  /// or there are none left.
  State read(std::string_view& input);

  std::string take() { return std::move(body_); }

 private:
  enum class Part { size, data, data_end, trailer };

  State read_line(std::string_view& input);
  State read_data(std::string_view& input);
  State act_on_line();
  bool read_size();

  std::size_t largest_body_;
  std::string body_;
  Part part_ = Part::size;
  std::string line_;
  std::size_t trailer_size_ = 0;
  std::size_t left_in_chunk_ = 0;
};

}  // namespace crosscheck
