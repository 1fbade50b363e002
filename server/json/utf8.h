// Which bytes are UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace crosscheck {

/// The number of bytes of the character that begins at `text[at]`, or 0 where
/// the bytes there are no UTF-8: a stray or missing continuation, an overlong
/// form, a surrogate, more than U+10FFFF.  `at` must be inside `text`.
std::size_t utf8_length_at(std::string_view text, std::size_t at);

/// The position of the first byte that is not UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);

/// The longest beginning of `text` that has at most `most` bytes and does not
/// end inside a character.
std::string_view utf8_prefix(std::string_view text, std::size_t most);

}  // namespace crosscheck
