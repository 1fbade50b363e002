// A JSON Web Token, taken apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

/// What a token says of itself; nothing of it is true before its signature was found
/// right.  Times in seconds since 1970.
struct Token {
  std::string algorithm;
  std::string key_id;
  std::string issuer;
  std::string id;      ///< `jti`
  std::string tenant;  ///< "" where it has none.
  std::vector<std::string> audiences;
  double issued = 0;
  double expires = 0;
  double not_before = 0;
};

/// Reads the compact form: three parts in base64url, joined by dots.
/// Errors: null, also where a claim is missing or of the wrong type, a name is there
/// twice, or the header names what must be understood and is not (`crit`).
std::optional<Token> read_token(std::string_view text);

}  // namespace crosscheck
