#include "api/text_table.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::size_t kColumns = 100;
constexpr std::size_t kIndent = 4;

}  // namespace

void TextTable::line(std::string_view line) {
  text_ += line;
  text_ += '\n';
}

void TextTable::paragraph(std::string_view label, std::string_view words) {
  std::string row(kIndent, ' ');
  row += label;
  const std::size_t hang = row.size();
  std::size_t used = hang;
  for (std::size_t first = 0; first < words.size();) {
    const std::size_t last = std::min(words.find(' ', first), words.size());
    const auto word = words.substr(first, last - first);
    if (used > hang && used + 1 + word.size() > kColumns) {
      line(row);
      row.assign(hang, ' ');
      used = hang;
    }
    if (used > hang) row += ' ';
    row += word;
    used = row.size();
    first = last + 1;
  }
  line(row);
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  }
  return result;
}

}  // namespace crosscheck
