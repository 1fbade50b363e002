#include "http/origin.h"

#include <algorithm>

namespace crosscheck {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

// Anything else, such as a path, would never be equal to what a browser sends.
bool is_origin(std::string_view text) {
  constexpr std::string_view kSecure = "https://", kPlain = "http://";
  if (text.starts_with(kSecure))
    text.remove_prefix(kSecure.size());
  else if (text.starts_with(kPlain))
    text.remove_prefix(kPlain.size());
  else
    return false;
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == ':' || c == '[' || c == ']';
  });
}

std::vector<std::string_view> split_origins(std::string_view list) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    parts.push_back(trimmed(list.substr(0, comma)));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return parts;
}

}  // namespace crosscheck
