#include "naming/visible_text.h"

#include <utf8proc.h>

namespace crosscheck {
namespace {

constexpr utf8proc_int32_t kNoCharacter = -1;

// Calls `visit(code point, its bytes)` for each character; a byte that is not
// UTF-8 comes as kNoCharacter.  Stops when it returns false.
template <typename Visit>
void for_each_character(std::string_view text, Visit visit) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t codepoint = kNoCharacter;
    const auto rest = static_cast<utf8proc_ssize_t>(text.size() - i);
    const auto read = utf8proc_iterate(bytes + i, rest, &codepoint);
    const std::size_t length = read > 0 ? static_cast<std::size_t>(read) : 1;
    if (!visit(read > 0 ? codepoint : kNoCharacter, text.substr(i, length))) return;
    i += length;
  }
}

// How many bytes from `first` on are ASCII that shows itself, as most texts are whole.
std::size_t plain_run(std::string_view text, std::size_t first) {
  std::size_t last = first;
  while (last < text.size() && text[last] >= ' ' && text[last] <= '~') ++last;
  return last - first;
}

// Controls, formats, separators, and what is not assigned.
bool is_invisible(utf8proc_int32_t codepoint) {
  const auto category = utf8proc_category(codepoint);
  return category >= UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_CN;
}

}  // namespace

bool is_blank(std::string_view text) {
  bool blank = true;
  for_each_character(text, [&](utf8proc_int32_t codepoint, std::string_view) {
    blank = codepoint != kNoCharacter && is_invisible(codepoint);
    return blank;
  });
  return blank;
}

std::string visible(std::string_view text) {
  const std::size_t plain = plain_run(text, 0);
  std::string clean(text.substr(0, plain));
  for_each_character(text.substr(plain),
                     [&](utf8proc_int32_t codepoint, std::string_view bytes) {
                       if (codepoint == kNoCharacter)
                         clean += "\xEF\xBF\xBD";
                       else
                         clean += is_invisible(codepoint) ? " " : bytes;
                       return true;
                     });
  return clean;
}

std::size_t length_in_characters(std::string_view text) {
  std::size_t length = plain_run(text, 0);
  for_each_character(text.substr(length), [&](utf8proc_int32_t, std::string_view) {
    ++length;
    return true;
  });
  return length;
}

}  // namespace crosscheck
