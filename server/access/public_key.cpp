#include "access/public_key.h"

#include <cjose/cjose.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace crosscheck {
namespace {

// Which kind of key each algorithm needs (RFC 7518, 3.1).
constexpr std::pair<std::string_view, std::string_view> kAlgorithms[]{
    {"ES256", "P-256"}, {"ES384", "P-384"}, {"ES512", "P-521"},
    {"RS256", "RSA"},   {"RS384", "RSA"},   {"RS512", "RSA"},
};
constexpr std::string_view kUsed[]{"kty", "kid", "crv", "x", "y", "n", "e"};
constexpr std::size_t kShortestModulus = 342;  // In base64url: 2048 bits.

bool is_kind(const std::string& kind) {
  return std::any_of(std::begin(kAlgorithms), std::end(kAlgorithms),
                     [&](const auto& row) { return row.second == kind; });
}

}  // namespace

bool PublicKey::fits(std::string_view algorithm) const {
  const auto* const row =
      std::find_if(std::begin(kAlgorithms), std::end(kAlgorithms),
                   [&](const auto& known) { return known.first == algorithm; });
  return row != std::end(kAlgorithms) && row->second == kind_ &&
         (algorithm_.empty() || algorithm_ == algorithm);
}

// A key to verify with, of a kind that is known; others may stand in a set as well.
bool PublicKey::is_of_use(const JsonNode& node) {
  const std::string kind = node.required_string("kty");
  if (kind == "oct") {
    node.report("kty", "a public key", "a shared secret");
    return false;
  }
  if (kind != "RSA" && kind != "EC") return false;
  if (node.has("d")) {
    node.report("d", "a public key", "a private one");
    return false;
  }
  return node.optional_string("use").value_or("sig") == "sig";
}

PublicKey PublicKey::read(const JsonNode& node, const std::string& json) {
  PublicKey key;
  key.id_ = node.required_string("kid");
  key.algorithm_ = node.optional_string("alg").value_or("");
  key.kind_ = node.required_string("kty");
  if (key.kind_ == "EC")
    key.kind_ = node.required_string("crv");
  else if (node.required_string("n").size() < kShortestModulus)
    node.report("n", "at least 2048 bits", "fewer");
  if (!is_kind(key.kind_)) node.report("crv", "P-256, P-384 or P-521");
  cjose_err error{};
  key.key_.reset(cjose_jwk_import(json.data(), json.size(), &error), cjose_jwk_release);
  if (key.key_ == nullptr) node.report("", "a JSON Web Key", "one that cannot be read");
  return key;
}

std::vector<PublicKey> PublicKey::read_set(const JsonNode& set) {
  std::vector<PublicKey> keys;
  for (const JsonNode& node : set.required_array("keys")) {
    if (!node.is_object()) {
      node.report("", "an object");
      continue;
    }
    if (!is_of_use(node)) continue;
    nlohmann::json written;
    for (const std::string_view name : kUsed) {
      if (const auto text = node.optional_string(name))
        written[std::string(name)] = *text;
    }
    PublicKey key = read(node, written.dump());
    const bool known = std::any_of(keys.begin(), keys.end(), [&](const PublicKey& other) {
      return other.id_ == key.id_;
    });
    if (known) node.report("kid", "a name of its own", "that of another key");
    keys.push_back(std::move(key));
  }
  if (keys.empty() && set.has_array("keys"))
    set.report("keys", "at least one key for signatures", "none");
  return keys;
}

bool PublicKey::has_signed(std::string_view token, std::string_view algorithm) const {
  if (!fits(algorithm)) return false;
  cjose_err error{};
  const std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> signature(
      cjose_jws_import(token.data(), token.size(), &error), cjose_jws_release);
  return signature != nullptr && cjose_jws_verify(signature.get(), key_.get(), &error);
}

}  // namespace crosscheck
