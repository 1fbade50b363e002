#include "net/request_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace crosscheck {
namespace {

using State = RequestReader::State;

const std::string kGet = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string kPost = "POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello";
const std::string kChunks =
    "POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
    "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n";

const AllowanceOf kUsual = [](auto, auto) { return Allowance{}; };

// "/a", "/b hello" … and "431" at the end for a refusal.
std::vector<std::string> read(const std::string& bytes, std::size_t size) {
  const Limits limits;
  RequestReader reader(limits, kUsual);
  std::vector<std::string> requests;
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    reader.feed(std::string_view(bytes).substr(at, size));
    while (reader.state() == State::complete) {
      const WholeRequest request = reader.take();
      const std::size_t path = request.head.find('/');
      requests.push_back(request.head.substr(path, request.head.find(' ', path) - path) +
                         (request.body.empty() ? "" : " " + request.body));
    }
  }
  if (reader.state() == State::refused)
    requests.push_back(std::to_string(reader.refusal().status));
  if (reader.state() == State::head) requests.push_back("head");
  if (reader.state() == State::body) requests.push_back("body");
  return requests;
}

TEST_CASE("requests are read one after the other, wherever they are cut") {
  struct Case {
    std::string description;
    std::string bytes;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"nothing", "", {}},
      {"one", kGet, {"/a"}},
      {"one with a body", kPost, {"/b hello"}},
      {"one in chunks", kChunks, {"/c hello"}},
      {"several", kGet + kPost + kChunks + kGet, {"/a", "/b hello", "/c hello", "/a"}},
      {"an empty line between", kGet + "\r\n" + kGet, {"/a", "/a"}},
      {"empty lines between", kGet + "\r\n\r\n\r\n" + kGet, {"/a", "/a"}},
      {"half a head", kGet.substr(0, 10), {"head"}},
      {"a head cut within the end of a line", "GET / HTTP/1.1\r", {"head"}},
      {"lines that end in LF alone", "GET / HTTP/1.1\nHost: h\n\n", {"400"}},
      {"TLS", "\x16\x03\x01\x02", {"400"}},
      {"TLS behind a request", kGet + "\x16\x03\x01\x02", {"/a", "400"}},
      {"an empty line that ends in LF alone", "\nGET / HTTP/1.1\r\n", {"400"}},
      {"half a body", kPost.substr(0, kPost.size() - 1), {"body"}},
      {"half a body in chunks", kChunks.substr(0, kChunks.size() - 3), {"body"}},
      {"a bad one ends all", kGet + "GET\r\n\r\n" + kGet, {"/a", "400"}},
      {"a bad chunk ends all",
       "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n" + kGet,
       {"400"}},
      {"a head without an end",
       "GET / HTTP/1.1\r\n" + std::string(17 * 1024, 'a'),
       {"431"}},
      {"a line without an end", std::string(9 * 1024, 'a'), {"414"}},
      {"the longest line",
       "GET /" + std::string(8192 - 14, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n",
       {"/" + std::string(8192 - 14, 'a')}},
      {"a line one byte longer",
       "GET /" + std::string(8192 - 13, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n",
       {"414"}},
      {"the longest head",
       "GET / HTTP/1.1\r\nHost: h\r\nA: " + std::string(16 * 1024 - 28, 'a') + "\r\n\r\n",
       {"/"}},
      {"a head one byte longer",
       "GET / HTTP/1.1\r\nHost: h\r\nA: " + std::string(16 * 1024 - 27, 'a') + "\r\n\r\n",
       {"431"}},
      {"many headers",
       "GET / HTTP/1.1\r\nHost: h\r\n" +
           [] {
             std::string all;
             for (int i = 0; i < 100; ++i) all += "A: b\r\n";
             return all;
           }() +
           "\r\n",
       {"431"}},
  };
  for (const Case& c : cases) {
    for (const std::size_t size :
         {std::size_t{1}, std::size_t{5}, std::size_t{4096}, c.bytes.size() + 1}) {
      CAPTURE(c.description);
      CAPTURE(size);
      CHECK(read(c.bytes, size) == c.expected);
    }
  }
}

TEST_CASE("a client that asks whether to send its body is told once") {
  const Limits limits;
  RequestReader reader(limits, kUsual);
  reader.feed(
      "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  CHECK(reader.wants_continue());
  CHECK(!reader.wants_continue());
  reader.feed("ab");
  CHECK(reader.state() == State::complete);
  CHECK(reader.take().body == "ab");
}

TEST_CASE("a route says how large a body may be, and what is quick") {
  struct Case {
    std::string description;
    std::string bytes;
    std::string expected;
  };
  const Case cases[] = {
      {"a small body", "POST /short HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc",
       "quick"},
      {"the largest",
       "POST /short HTTP/1.1\r\nHost: h\r\nContent-Length: 8\r\n\r\n12345678", "long"},
      {"one byte more", "POST /short HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n",
       "413"},
      {"one byte more in chunks",
       "POST /short HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n",
       "413"},
      {"another route",
       "POST /other HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n123456789", "quick"},
      {"a query counts", "GET /short?x HTTP/1.1\r\nHost: h\r\n\r\n", "quick"},
      {"a long query", "GET /short?123456 HTTP/1.1\r\nHost: h\r\n\r\n", "long"},
  };
  const AllowanceOf allowance_of = [](std::string_view, std::string_view path) {
    return path == "/short" ? Allowance{.body = 8, .quick = 12} : Allowance{};
  };
  const Limits limits;
  for (const Case& c : cases) {
    CAPTURE(c.description);
    RequestReader reader(limits, allowance_of);
    reader.feed(c.bytes);
    if (reader.state() == State::refused)
      CHECK(std::to_string(reader.refusal().status) == c.expected);
    else
      CHECK((reader.takes_long() ? "long" : "quick") == c.expected);
  }
}

}  // namespace
}  // namespace crosscheck
