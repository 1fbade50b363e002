// Whether a JSON Web Token lets its bearer call.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "access/client_list.h"
#include "access/replay_guard.h"

namespace crosscheck {

/// What was found; the caller is told no more than whether it is `allowed`.
enum class TokenVerdict {
  allowed,
  malformed,  ///< No token, or a claim is missing or of the wrong type.
  algorithm,  ///< None of ES256 to ES512 and RS256 to RS512.
  issuer,
  key,  ///< The client has none of this id for this algorithm.
  signature,
  audience,
  tenant,
  expired,
  not_yet,  ///< Made in the future.
  too_old,
  replayed,
  no_room  ///< More tokens at once than are remembered.
};
std::string_view to_string(TokenVerdict verdict);

/// Verifies the tokens of CDS Hooks 2.0 (RFC 7519, 8725).
///
/// Keys are those of the clients' file and never fetched: `jku`, `jwk` and `x5c` of a
/// token are ignored.  A token is good once, for at most kOldest.
/// Thread safety: any thread.
class TokenVerifier {
 public:
  static constexpr std::int64_t kLeeway = 60;   ///< Seconds that clocks may differ.
  static constexpr std::int64_t kOldest = 300;  ///< Seconds since `iat`.

  /// `public_url` is where clients reach the service, "https://cds.example.org".
  TokenVerifier(std::filesystem::path file, std::string public_url);

  /// Reads the file of clients, again.
  /// Errors: appended to `problems`; those read before stay in force.
  void load(Problems& problems);

  /// `path` is that of the request, `now` in seconds since 1970.
  TokenVerdict judge(std::string_view token, std::string_view path, std::int64_t now);

 private:
  using Clients = std::vector<Client>;

  const std::filesystem::path file_;
  const std::string public_url_;
  ReplayGuard used_;
  std::mutex guard_;  // Guards clients_.
  std::shared_ptr<const Clients> clients_;
};

}  // namespace crosscheck
