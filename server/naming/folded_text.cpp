#include "naming/folded_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace crosscheck {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// NFKC would turn the signs into the letters "tm" and "sm"; bytes that are no
// UTF-8 would stop it.  Both become spaces.
std::string without_signs(std::string_view text) {
  std::string clean;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t codepoint = -1;
    const auto length = utf8proc_iterate(
        bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &codepoint);
    if (length <= 0) {
      clean += ' ';
      ++i;
      continue;
    }
    constexpr utf8proc_int32_t kTradeMark = 0x2122, kServiceMark = 0x2120;
    if (codepoint == kTradeMark || codepoint == kServiceMark || codepoint == 0)
      clean += ' ';
    else
      clean += text.substr(i, static_cast<std::size_t>(length));
    i += static_cast<std::size_t>(length);
  }
  return clean;
}

std::string fold(std::string_view text) {
  const std::string clean = without_signs(text);
  utf8proc_uint8_t* folded = nullptr;
  constexpr auto kOptions = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD |
      UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(clean.data()),
                   static_cast<utf8proc_ssize_t>(clean.size()), &folded, kOptions);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(folded, &std::free);
  if (length < 0) return {};
  return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length)};
}

bool is_letter(utf8proc_int32_t codepoint) {
  const auto category = utf8proc_category(codepoint);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_apostrophe(utf8proc_int32_t codepoint) {
  return codepoint == '\'' || codepoint == 0x2019 || codepoint == 0x2018 ||
         codepoint == 0x02BC;
}

}  // namespace

FoldedText::FoldedText(std::string_view text) {
  constexpr std::size_t kUsualTokens = 8;
  letters_.reserve(text.size());
  starts_.reserve(kUsualTokens);
  if (is_ascii(text))
    append_ascii(text);
  else
    append_codepoints(fold(text));
  starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
}

void FoldedText::append(std::string_view character, bool digit) {
  if (!in_token_ || digit != last_digit_) {
    starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
    before_ += in_token_ ? ' ' : sign_;
  }
  letters_ += character;
  in_token_ = true;
  last_digit_ = digit;
  sign_ = ' ';
}

void FoldedText::separate(char sign) {
  in_token_ = false;
  if (sign == ' ' && sign_ == '.')
    sign_ = ';';
  else if (sign != ' ')
    sign_ = sign;
}

void FoldedText::append_ascii(std::string_view text) {
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    const bool digit = c >= '0' && c <= '9';
    if (digit || (c >= 'a' && c <= 'z'))
      append({&c, 1}, digit);
    else if (c == '\n')
      separate(';');
    else if (c != '\'')
      separate(c < ' ' ? ' ' : c);
  }
}

void FoldedText::append_codepoints(std::string_view folded) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(folded.data());
  for (std::size_t i = 0; i < folded.size();) {
    utf8proc_int32_t codepoint = -1;
    const auto length = utf8proc_iterate(
        bytes + i, static_cast<utf8proc_ssize_t>(folded.size() - i), &codepoint);
    if (length <= 0) break;
    const auto character = folded.substr(i, static_cast<std::size_t>(length));
    const bool digit = codepoint >= '0' && codepoint <= '9';
    if (digit || is_letter(codepoint))
      append(character, digit);
    else if (codepoint == '\n')
      separate(';');
    else if (!is_apostrophe(codepoint))
      separate(codepoint > ' ' && codepoint < 0x7F ? static_cast<char>(codepoint) : ' ');
    i += static_cast<std::size_t>(length);
  }
}

}  // namespace crosscheck
