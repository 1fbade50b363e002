#include "http/request_id.h"

#include <algorithm>
#include <random>

namespace crosscheck {
namespace {

constexpr std::size_t kTraceDigits = 32;
constexpr std::size_t kSpanDigits = 16;
constexpr std::size_t kFewestDigits = 16;
constexpr std::size_t kMostBytes = 64;
constexpr const char* kRequestHeader = "X-Request-ID";
constexpr const char* kTraceHeader = "traceparent";

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_id(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), is_hexadecimal);
  const auto hyphens = std::count(text.begin(), text.end(), '-');
  return text.size() <= kMostBytes && static_cast<std::size_t>(digits) >= kFewestDigits &&
         static_cast<std::size_t>(digits + hyphens) == text.size();
}

// Unique, not secret.
std::string random_digits(std::size_t count) {
  thread_local std::mt19937_64 random{std::random_device{}()};
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (std::uint64_t bits = 0; text.size() < count; bits >>= 4U) {
    if (text.size() % kSpanDigits == 0) bits = random();
    text += kDigits[bits & 0xfU];
  }
  return text;
}

// "00-<trace>-<span>-<flags>", neither of them all zeros (W3C Trace Context).
std::string read_trace(const std::string& header) {
  constexpr std::size_t kLength = 55, kTraceAt = 3, kSpanAt = 36, kFlagsAt = 53;
  if (header.size() != kLength || !header.starts_with("00-") ||
      header[kSpanAt - 1] != '-' || header[kFlagsAt - 1] != '-')
    return "";
  const std::string trace = header.substr(kTraceAt, kTraceDigits);
  const std::string span = header.substr(kSpanAt, kSpanDigits);
  const auto is_part = [](const std::string& part) {
    return std::all_of(part.begin(), part.end(), is_hexadecimal) &&
           part.find_first_not_of('0') != std::string::npos;
  };
  return is_part(trace) && is_part(span) ? trace : "";
}

}  // namespace

RequestId read_request_id(const httplib::Request& request) {
  RequestId id{request.get_header_value(kRequestHeader),
               read_trace(request.get_header_value(kTraceHeader)),
               random_digits(kSpanDigits)};
  if (!is_id(id.request)) id.request = random_digits(kTraceDigits);
  if (id.trace.empty()) id.trace = random_digits(kTraceDigits);
  return id;
}

std::string random_uuid() {
  std::string digits = random_digits(2 * kSpanDigits);
  digits[12] = '4';
  constexpr std::string_view kVariants = "89ab";
  digits[16] = kVariants[static_cast<unsigned char>(digits[16]) % kVariants.size()];
  for (const std::size_t at : {20U, 16U, 12U, 8U}) digits.insert(at, 1, '-');
  return digits;
}

void write_request_id(const RequestId& id, httplib::Response& response) {
  response.set_header(kRequestHeader, id.request);
  response.set_header(kTraceHeader, "00-" + id.trace + "-" + id.span + "-00");
}

}  // namespace crosscheck
