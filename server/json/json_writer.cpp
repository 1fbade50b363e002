#include "json/json_writer.h"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "json/utf8.h"

namespace crosscheck {
namespace {

constexpr unsigned kDeepest = 64;

bool needs_no_escape(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

// How many bytes from `at` on need no escape; looks at eight at once.
std::size_t plain_length(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x80 * kOnes;
  const auto has_zero = [&](std::uint64_t x) { return (x - kOnes) & ~x & kHighs; };
  const std::size_t begin = at;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    const std::uint64_t controls = (eight - 0x20 * kOnes) & ~eight & kHighs;
    if (((eight & kHighs) | controls | has_zero(eight ^ ('"' * kOnes)) |
         has_zero(eight ^ ('\\' * kOnes))) != 0)
      break;
  }
  while (at < text.size() && needs_no_escape(text[at])) ++at;
  return at - begin;
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kDigits[static_cast<unsigned char>(c) >> 4U];
      out += kDigits[static_cast<unsigned char>(c) & 15U];
  }
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t plain = plain_length(text, at);
    out.append(text, at, plain);
    at += plain;
    if (at == text.size()) break;
    const std::size_t length = utf8_length_at(text, at);
    if (length > 1)
      out.append(text, at, length);
    else if (length == 1)
      append_escape(out, text[at]);
    else
      out += "\xEF\xBF\xBD";  // U+FFFD
    at += length == 0 ? 1 : length;
  }
  out += '"';
}

template <typename Number>
void append_number(std::string& out, Number number) {
  std::array<char, 32> digits;  // 24 are enough for the shortest form of a double
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), result.ptr);
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  assert(depth_ > 0 && !after_key_);
  separate();
  append_quoted(out_, name);
  out_ += ':';
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
  separate();
  append_quoted(out_, text);
}

void JsonWriter::number(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  append_number(out_, number);
}

void JsonWriter::integer(std::int64_t number) {
  separate();
  append_number(out_, number);
}

void JsonWriter::boolean(bool truth) {
  raw(truth ? "true" : "false");
}

void JsonWriter::null() {
  raw("null");
}

void JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
}

void JsonWriter::begin(char bracket) {
  assert(depth_ < kDeepest);
  separate();
  out_ += bracket;
  ++depth_;
  has_items_ <<= 1U;
}

void JsonWriter::end(char bracket) {
  assert(depth_ > 0 && !after_key_);
  out_ += bracket;
  --depth_;
  has_items_ >>= 1U;
}

// A comma before every item but the first; none between a key and its value.
void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if ((has_items_ & 1U) != 0 && depth_ > 0) out_ += ',';
  has_items_ |= 1U;
}

std::string json_quoted(std::string_view text) {
  std::string out;
  append_quoted(out, text);
  return out;
}

}  // namespace crosscheck
