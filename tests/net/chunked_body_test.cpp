#include "net/chunked_body.h"

#include <doctest/doctest.h>

#include <string>

namespace crosscheck {
namespace {

// The outcome of a body that arrives in pieces of `size` bytes.
std::string read(const std::string& chunks, std::size_t size) {
  ChunkedBody body(20);
  ChunkedBody::State state = ChunkedBody::State::wants_more;
  std::string rest;
  for (std::size_t at = 0; at < chunks.size(); at += size) {
    std::string_view piece = std::string_view(chunks).substr(at, size);
    if (state == ChunkedBody::State::wants_more) state = body.read(piece);
    rest += piece;
  }
  switch (state) {
    case ChunkedBody::State::wants_more:
      return "more";
    case ChunkedBody::State::complete:
      return "[" + body.take() + "]" + rest;
    case ChunkedBody::State::malformed:
      return "malformed";
    case ChunkedBody::State::too_large:
      return "too large";
  }
  return "";
}

TEST_CASE("chunks are put together, wherever they are cut") {
  struct Case {
    std::string description;
    std::string chunks;
    std::string expected;
  };
  const std::string end = "0\r\n\r\n";
  const Case cases[] = {
      {"no chunk", end, "[]"},
      {"one chunk", "3\r\nabc\r\n" + end, "[abc]"},
      {"two chunks", "3\r\nabc\r\n2\r\nde\r\n" + end, "[abcde]"},
      {"line ends in the data", "4\r\na\r\nb\r\n" + end, "[a\r\nb]"},
      {"an extension", "3;x=\"y\"\r\nabc\r\n" + end, "[abc]"},
      {"an extension behind a space", "3 ;x\r\nabc\r\n" + end, "[abc]"},
      {"words behind the size", "3 zz\r\nabc\r\n" + end, "malformed"},
      {"a space behind the size", "3 \r\nabc\r\n" + end, "malformed"},
      {"a control byte in an extension", "3;x=\x01\r\nabc\r\n" + end, "malformed"},
      {"a request as a trailer", "0\r\nGET /livez HTTP/1.1\r\n\r\n", "malformed"},
      {"a folded trailer", "0\r\nA: b\r\n c\r\n\r\n", "malformed"},
      {"a control byte in a trailer", "0\r\nA: \x01\r\n\r\n", "malformed"},
      {"a trailer", "1\r\na\r\n0\r\nA: b\r\nC: d\r\n\r\n", "[a]"},
      {"a size in capitals, with zeros", "000A\r\n0123456789\r\n" + end, "[0123456789]"},
      {"what follows is left", "1\r\na\r\n" + end + "GET /", "[a]GET /"},
      {"as large as may be", "14\r\n01234567890123456789\r\n" + end,
       "[01234567890123456789]"},
      {"one byte too large", "15\r\n012345678901234567890\r\n" + end, "too large"},
      {"too large in two chunks", "14\r\n01234567890123456789\r\n1\r\na\r\n" + end,
       "too large"},
      {"cut in a chunk", "3\r\nab", "more"},
      {"cut before the end", "3\r\nabc\r\n0\r\n", "more"},
      {"no size", "\r\nabc\r\n" + end, "malformed"},
      {"a size that is none", "x\r\nabc\r\n" + end, "malformed"},
      {"a size with a sign", "-1\r\nabc\r\n" + end, "malformed"},
      {"a size with something behind it", "3x\r\nabc\r\n" + end, "malformed"},
      {"a size of nine digits", "000000003\r\nabc\r\n" + end, "malformed"},
      {"a size beyond all limits", "ffffffff\r\nabc\r\n" + end, "too large"},
      {"a line end of one byte", "3\nabc\r\n" + end, "malformed"},
      {"a return in the size", "3\r\r\nabc\r\n" + end, "malformed"},
      {"a chunk longer than it says", "2\r\nabc\r\n" + end, "malformed"},
      {"a chunk shorter than it says", "4\r\nabc\r\n" + end, "malformed"},
      {"an endless extension", "3;" + std::string(2000, 'x') + "\r\nabc\r\n" + end,
       "malformed"},
  };
  for (const Case& c : cases) {
    for (const std::size_t size : {1UL, 2UL, 3UL, 7UL, c.chunks.size()}) {
      CAPTURE(c.description);
      CAPTURE(size);
      CHECK(read(c.chunks, size) == c.expected);
    }
  }
}

TEST_CASE("trailers have an end") {
  std::string trailers = "0\r\n";
  for (int i = 0; i < 100; ++i) trailers += "A: " + std::string(100, 'b') + "\r\n";
  CHECK(read(trailers, trailers.size()) == "malformed");
}

}  // namespace
}  // namespace crosscheck
