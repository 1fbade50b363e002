#include "import/windows_1252.h"

#include <array>
#include <cstdint>

#include "json/utf8.h"

namespace crosscheck {
namespace {

// The characters of 0x80 to 0x9F, by the Encoding Standard of WHATWG; all other
// bytes are the code point of the same number.
constexpr std::array<std::uint16_t, 32> kHigh{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append(unsigned codepoint, std::string& text) {
  const auto tail = [](unsigned bits) { return static_cast<char>(0x80U | (bits & 63U)); };
  if (codepoint < 0x80) {
    text += static_cast<char>(codepoint);
  } else if (codepoint < 0x800) {
    text += static_cast<char>(0xC0U | codepoint >> 6U);
    text += tail(codepoint);
  } else {
    text += static_cast<char>(0xE0U | codepoint >> 12U);
    text += tail(codepoint >> 6U);
    text += tail(codepoint);
  }
}

}  // namespace

std::string to_utf8(std::string_view text) {
  if (find_invalid_utf8(text) == std::string_view::npos) return std::string(text);
  std::string converted;
  for (const char c : text) {
    const unsigned byte = static_cast<unsigned char>(c);
    append(byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80] : byte, converted);
  }
  return converted;
}

}  // namespace crosscheck
