#include "access/token.h"

#include <sodium.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "json/json_node.h"
#include "json/json_reader.h"

namespace crosscheck {
namespace {

constexpr std::size_t kLongestToken = 8 * 1024;
constexpr std::size_t kLongestId = 256;

JsonDocument read_part(std::string_view part, Problems& problems) {
  std::string text(part.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(text.data()), text.size(),
                        part.data(), part.size(), nullptr, &size, nullptr,
                        sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
    return nullptr;
  text.resize(size);
  return read_json(text, "token", problems);
}

void read_header(const JsonNode& header, Token& token) {
  token.algorithm = header.required_string("alg");
  token.key_id = header.required_string("kid");
  const std::string type = header.optional_string("typ").value_or("JWT");
  if (type != "JWT" && type != "jwt") header.report("typ", "JWT");
  if (header.has("crit")) header.report("crit", "nothing to be understood");
}

void read_claims(const JsonNode& claims, Token& token) {
  token.issuer = claims.required_string("iss");
  token.id = claims.required_string("jti");
  if (token.id.size() > kLongestId) claims.report("jti", "a shorter id");
  token.tenant = claims.optional_string("tenant").value_or("");
  token.issued = claims.required_number("iat").value_or(0);
  token.expires = claims.required_number("exp").value_or(0);
  token.not_before = claims.optional_number("nbf").value_or(0);
  if (claims.has_array("aud"))
    token.audiences = claims.required_strings("aud");
  else
    token.audiences = {claims.required_string("aud")};
}

}  // namespace

std::optional<Token> read_token(std::string_view text) {
  if (text.size() > kLongestToken || std::count(text.begin(), text.end(), '.') != 2)
    return std::nullopt;
  const std::size_t first = text.find('.');
  const std::size_t second = text.find('.', first + 1);
  Problems problems;
  const auto header = read_part(text.substr(0, first), problems);
  const auto claims = read_part(text.substr(first + 1, second - first - 1), problems);
  if (!header || !claims || !header->is_object() || !claims->is_object())
    return std::nullopt;
  Token token;
  read_header(JsonNode(*header, "token", problems), token);
  read_claims(JsonNode(*claims, "token", problems), token);
  return problems.empty() ? std::optional(std::move(token)) : std::nullopt;
}

}  // namespace crosscheck
