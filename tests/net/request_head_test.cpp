#include "net/request_head.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace crosscheck {
namespace {

// What a head is read as: "400 detail", or its text and framing.
std::string read(const std::string& head) {
  const auto result = read_head(head, Limits{});
  if (const auto* refusal = std::get_if<Refusal>(&result))
    return std::to_string(refusal->status) + " " + std::string(refusal->detail);
  const auto& sound = std::get<RequestHead>(result);
  std::string text = sound.text;
  if (!sound.keep_alive) text += "close ";
  if (sound.chunked) text += "chunked ";
  if (sound.content_length > 0) text += std::to_string(sound.content_length) + " bytes ";
  if (sound.expects_continue) text += "continue ";
  return text;
}

std::string get(const std::string& headers) {
  return "GET /x HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n";
}
std::string post(const std::string& headers) {
  return "POST /x HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n";
}

struct Case {
  std::string description;
  std::string head;
  std::string expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.description);
    CHECK(read(c.head) == c.expected);
  }
}

TEST_CASE("heads that are sound, and what of them reaches the library") {
  check({
      {"the smallest", get(""), get("")},
      {"values are trimmed", get("A: \t b c \r\n"), get("A: b c\r\n")},
      {"an empty value", get("A:\r\n"), get("A: \r\n")},
      {"a percent sign stays one", get("A: 100%0d\r\n"), get("A: 100%0d\r\n")},
      {"bytes beyond ASCII in a value", get("A: \xc3\xa9\r\n"), get("A: \xc3\xa9\r\n")},
      {"what the library would act on is dropped",
       get("Range: bytes=0-1\r\nExpect: x\r\nremote_addr: 1\r\n"
           "Local_Port: 2\r\nTE: trailers\r\nUpgrade: h2c\r\nB: c\r\n"),
       get("B: c\r\n")},
      {"codings of the answer are not the library's business",
       get("ACCEPT-ENCODING: br\r\nX-accept-encoding: gzip\r\n"),
       get("X-Accept-Encoding: br\r\n")},
      {"close", get("Connection: foo, CLOSE\r\n"), get("") + "close "},
      {"the old version closes", "GET / HTTP/1.0\r\n\r\n",
       "GET / HTTP/1.0\r\n\r\nclose "},
      {"even where it is asked not to",
       "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
       "GET / HTTP/1.0\r\n\r\nclose "},
      {"the old version knows of nothing to wait for",
       "POST / HTTP/1.0\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n",
       "POST / HTTP/1.0\r\n\r\nclose 1 bytes "},
      {"the server in general", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n",
       "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n"},
      {"a length", post("Content-Length: 12\r\n"), post("") + "12 bytes "},
      {"the largest length", post("Content-Length: 1048576\r\n"),
       post("") + "1048576 bytes "},
      {"no body after all", get("Content-Length: 0\r\n"), get("")},
      {"chunks", post("Transfer-Encoding: Chunked\r\n"), post("") + "chunked "},
      {"a client that asks first", post("Content-Length: 1\r\nExpect: 100-continue\r\n"),
       post("") + "1 bytes continue "},
      {"no coding at all", post("Content-Length: 1\r\nContent-Encoding: identity\r\n"),
       post("Content-Encoding: identity\r\n") + "1 bytes "},
      {"an address with a port", "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n",
       "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"},
  });
}

TEST_CASE("heads that are refused") {
  const std::string line = "400 The request line is not \"METHOD /path HTTP/1.1\".";
  const std::string address =
      "400 The address is not a path, or has bytes to be escaped.";
  const std::string header = "400 A header is not \"Name: value\".";
  const std::string twice = "400 The length of the body is stated twice.";
  const std::string number = "400 Content-Length is not a number.";
  const std::string coding = "400 Transfer-Encoding may only be chunked.";
  check({
      {"nothing", "\r\n", line},
      {"one word", "GET\r\n\r\n", line},
      {"no version", "GET /x\r\n\r\n", line},
      {"a method that is no token", "G(T / HTTP/1.1\r\nHost: h\r\n\r\n",
       "400 The method is no token."},
      {"an address of its own", "GET http://h/ HTTP/1.1\r\nHost: h\r\n\r\n", address},
      {"a space in the address", "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n", address},
      {"a NUL in the address", std::string("GET /\0 HTTP/1.1\r\nHost: h\r\n\r\n", 28),
       address},
      {"a byte beyond ASCII in the address", "GET /\xff HTTP/1.1\r\nHost: h\r\n\r\n",
       address},
      {"another version", "GET / HTTP/2.0\r\nHost: h\r\n\r\n",
       "505 The version is not HTTP/1.1."},
      {"another protocol", "GET / ICY/1.1\r\nHost: h\r\n\r\n",
       "400 The version is not HTTP/1.1."},
      {"a long address", "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n\r\n",
       "414 The address of the request is too long."},
      {"no colon", get("A\r\n"), header},
      {"no name", get(": a\r\n"), header},
      {"a space before the colon", get("A : b\r\n"), header},
      {"a folded line", get("A: b\r\n c\r\n"), header},
      {"a line end of one byte", get("A: b\nC: d\r\n"),
       "400 A header has control bytes."},
      {"a return alone", get("A: b\rC: d\r\n"), "400 A header has control bytes."},
      {"a NUL in a value", get(std::string("A: \0\r\n", 6)),
       "400 A header has control bytes."},
      {"no host", "GET / HTTP/1.1\r\n\r\n", "400 The Host is missing."},
      {"two hosts", get("Host: h\r\n"), "400 The Host is stated twice."},
      {"a host that is none", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
       "400 The Host is no name or address."},
      {"a host with two ports", "GET / HTTP/1.1\r\nHost: x:80:90\r\n\r\n",
       "400 The Host is no name or address."},
      {"half an address as host", "GET / HTTP/1.1\r\nHost: :]%[\r\n\r\n",
       "400 The Host is no name or address."},
      {"an address without its end as host", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
       "400 The Host is no name or address."},
      {"the server in general, but not asked about itself",
       "GET * HTTP/1.1\r\nHost: h\r\n\r\n", address},
      {"two types", post("Content-Type: a/b\r\nContent-Type: a/b\r\n"),
       "400 The type of the body is stated twice."},
      {"two authorizations", get("Authorization: a\r\nauthorization: b\r\n"),
       "400 The authorization is stated twice."},
      {"65 headers", get([] {
         std::string all;
         for (int i = 0; i < 64; ++i) all += "A: b\r\n";
         return all;
       }()),
       "431 There are too many headers."},
      {"two lengths", post("Content-Length: 1\r\nContent-Length: 1\r\n"), twice},
      {"a length and chunks", post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"),
       twice},
      {"a length with a sign", post("Content-Length: +1\r\n"), number},
      {"a list of lengths", post("Content-Length: 1, 1\r\n"), number},
      {"no length in it", post("Content-Length:\r\n"), number},
      {"a length beyond all numbers", post("Content-Length: 9999999999999999999\r\n"),
       number},
      {"gzip, then chunks", post("Transfer-Encoding: gzip, chunked\r\n"), coding},
      {"identity as a coding", post("Transfer-Encoding: identity\r\n"), coding},
      {"chunks in the old version",
       "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", coding},
      {"two codings",
       post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
       "400 The coding of the body is stated twice."},
      {"a body on GET", get("Content-Length: 1\r\n"),
       "400 This method has no body here."},
      {"chunks on GET", get("Transfer-Encoding: chunked\r\n"),
       "400 This method has no body here."},
      {"a question without a length", post(""), "411 State the length of the body."},
      {"a packed body", post("Content-Length: 1\r\nContent-Encoding: gzip\r\n"),
       "415 Send the body without Content-Encoding."},
  });
}

}  // namespace
}  // namespace crosscheck
