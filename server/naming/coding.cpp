#include "naming/coding.h"

namespace crosscheck {

std::string words_of(std::string_view text, std::span<const Coding> codings) {
  if (!text.empty() || codings.empty()) return std::string(text);
  const Coding& coding = codings.front();
  if (!coding.display.empty()) return coding.display;
  return coding.system.empty() ? coding.code : coding.system + " " + coding.code;
}

}  // namespace crosscheck
