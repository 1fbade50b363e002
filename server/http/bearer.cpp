#include "http/bearer.h"

#include <algorithm>

namespace crosscheck {

bool is_bearer(std::string_view scheme) {
  constexpr std::string_view kName = "bearer";
  return std::equal(
      scheme.begin(), scheme.end(), kName.begin(), kName.end(), [](char c, char small) {
        return c == small || (c >= 'A' && c <= 'Z' && c - 'A' + 'a' == small);
      });
}

std::optional<std::string_view> bearer_token(std::string_view authorization) {
  const std::size_t end = authorization.find(' ');
  if (end == std::string_view::npos || !is_bearer(authorization.substr(0, end)))
    return std::nullopt;
  authorization.remove_prefix(
      std::min(authorization.find_first_not_of(' ', end), authorization.size()));
  return authorization;
}

}  // namespace crosscheck
