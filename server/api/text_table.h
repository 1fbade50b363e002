// Text in lines that fit a terminal.
#pragma once

#include <string>
#include <string_view>

namespace crosscheck {

class TextTable {
 public:
  void line(std::string_view line);
  /// `words` behind an indented `label`, wrapped at spaces and hanging below
  /// themselves.
  void paragraph(std::string_view label, std::string_view words);
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string upper(std::string_view text);

}  // namespace crosscheck
