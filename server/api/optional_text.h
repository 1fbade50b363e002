// A text that may be unknown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crosscheck {

/// None where `text` is empty: the API says null for what is not known.
inline std::optional<std::string_view> known(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace crosscheck
