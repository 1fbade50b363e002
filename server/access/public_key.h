// A key that a client signs with, as its JSON Web Key tells it (RFC 7517).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "json/json_node.h"

struct _cjose_jwk_int;

namespace crosscheck {

/// Thread safety: any thread may verify.
class PublicKey {
 public:
  /// Reads {"keys": […]}.  Keys for encryption and kinds of key that are not used here
  /// are left out.
  /// Errors: private or secret keys, weak or broken ones, a `kid` missing or twice, and
  /// a set without any key to use.
  static std::vector<PublicKey> read_set(const JsonNode& set);

  const std::string& id() const { return id_; }

  /// Whether `token`, whose header names `algorithm`, was signed with the key.  Only
  /// with an algorithm of the key's kind: RS256, RS384, RS512 for RSA, ES256, ES384,
  /// ES512 for its curve, and none but the one that the key itself names.
  bool has_signed(std::string_view token, std::string_view algorithm) const;
  bool fits(std::string_view algorithm) const;

 private:
  static bool is_of_use(const JsonNode& node);
  static PublicKey read(const JsonNode& node, const std::string& json);

  std::string id_;
  std::string kind_;       // "RSA", or the name of the curve
  std::string algorithm_;  // the only one, or ""
  std::shared_ptr<_cjose_jwk_int> key_;
};

}  // namespace crosscheck
