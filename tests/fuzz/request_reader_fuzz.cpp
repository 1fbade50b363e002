// Fuzzes the reader of requests: whatever the bytes and wherever they are cut, it
// reads the same requests, stays within its limits, and hands on only heads that
// can be read in one way.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "net/request_reader.h"

namespace {

using namespace crosscheck;

void expect(bool holds) {
  if (!holds) std::abort();
}

struct Outcome {
  std::vector<std::string> requests;  // head, body
  RequestReader::State state = RequestReader::State::idle;
  int refusal = 0;

  bool operator==(const Outcome&) const = default;
};

constexpr std::size_t kLargestBody = 256;
const AllowanceOf kAllowance = [](auto, auto) { return Allowance{.body = kLargestBody}; };

void expect_sound(const WholeRequest& request, const Limits& limits) {
  expect(request.head.ends_with("\r\n\r\n"));
  expect(request.head.find('\0') == std::string::npos);
  expect(request.head.size() <= 3 * limits.head);  // each "%" may have become "%25"
  expect(request.body.size() <= kLargestBody);
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

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Limits limits;
  limits.request_line = 64;
  limits.head = 512;
  limits.headers = 8;
  const std::size_t cut = 1 + bytes[0] % 16U;
  const Outcome in_pieces = read(bytes, cut, limits);
  const Outcome whole = read(bytes, bytes.size(), limits);
  expect(in_pieces == whole);
  return 0;
}
