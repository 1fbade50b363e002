// The scheme "Bearer" of an Authorization header (RFC 6750).
#pragma once

#include <optional>
#include <string_view>

namespace crosscheck {

/// Whether this is its name, in letters of any case (RFC 9110, 11.1).
bool is_bearer(std::string_view scheme);

/// What follows it in the header, perhaps ""; none where the header has another scheme.
/// Lifetime: part of `authorization`.
std::optional<std::string_view> bearer_token(std::string_view authorization);

}  // namespace crosscheck
