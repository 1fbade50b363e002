// The reader of requests: whatever the bytes and wherever they are cut, it
// reads the same requests, stays within its limits, and hands on only heads that
// can be read in one way.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/targets.h"
#include "net/request_reader.h"

namespace crosscheck {
namespace {

constexpr std::size_t kLargestBody = 256;
const AllowanceOf kAllowance = [](auto, auto) { return Allowance{.body = kLargestBody}; };

struct Outcome {
  std::vector<std::string> requests;  // head, body
  RequestReader::State state = RequestReader::State::idle;
  int refusal = 0;

  bool operator==(const Outcome&) const = default;
};

void expect_sound(const WholeRequest& request, const Limits& limits) {
  expect(request.head.ends_with("\r\n\r\n"), "a head ends with an empty line");
  expect(request.head.find('\0') == std::string::npos, "no NUL in a head");
  // A space behind each colon, and two letters before Accept-Encoding.
  expect(request.head.size() <= limits.head + 3 * limits.headers + 4,
         "a head keeps its limit");
  expect(request.body.size() <= kLargestBody, "a body keeps its limit");
}

Outcome read(std::string_view bytes, std::size_t size, const Limits& limits) {
  RequestReader reader(limits, kAllowance);
  Outcome outcome;
  while (!bytes.empty()) {
    reader.feed(bytes.substr(0, size));
    bytes.remove_prefix(std::min(size, bytes.size()));
    while (reader.state() == RequestReader::State::complete) {
      const WholeRequest request = reader.take();
      expect_sound(request, limits);
      outcome.requests.push_back(request.head);
      outcome.requests.push_back(request.body);
    }
  }
  outcome.state = reader.state();
  if (outcome.state == RequestReader::State::refused)
    outcome.refusal = reader.refusal().status;
  return outcome;
}

}  // namespace

void feed_request_reader(std::string_view bytes) {
  if (bytes.empty()) return;
  Limits limits;
  limits.request_line = 64;
  limits.head = 512;
  limits.headers = 8;
  const std::size_t cut = 1 + static_cast<unsigned char>(bytes[0]) % 16U;
  const Outcome in_pieces = read(bytes, cut, limits);
  const Outcome whole = read(bytes, bytes.size(), limits);
  expect(in_pieces == whole, "what is read does not depend on where it is cut");
}

}  // namespace crosscheck
