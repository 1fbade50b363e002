#include "http/bearer.h"

#include <algorithm>

#include "net/field.h"

namespace crosscheck {

bool is_bearer(std::string_view scheme) {
  return is_same_name(scheme, "Bearer");
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
