// What a person sees of a text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crosscheck {

/// Whether `text` shows nothing: only spaces, controls and invisible characters.
bool is_blank(std::string_view text);

/// `text` with a space for each control, line break and invisible character,
/// those that turn the direction of writing included, and U+FFFD for each byte
/// that is not UTF-8: nothing in it can move a terminal's cursor.
std::string visible(std::string_view text);

/// Characters (Unicode code points); a byte that is not UTF-8 counts as one.
std::size_t length_in_characters(std::string_view text);

}  // namespace crosscheck
