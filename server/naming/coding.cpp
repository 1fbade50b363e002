#include "naming/coding.h"

namespace crosscheck {

std::string words_of(std::string_view text, std::span<const Coding> codings) {
  if (!text.empty() || codings.empty()) return std::string(text);
  const Coding& coding = codings.front();
  return coding.display.empty() ? coding.system + " " + coding.code : coding.display;
}

}  // namespace crosscheck
