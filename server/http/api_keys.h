// Who may ask what.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/problem.h"

namespace crosscheck {

/// What a route asks of whoever calls it.
enum class Scope {
  none,     ///< Open to everybody: is the service alive, what is its contract.
  check,    ///< Questions, and the knowledge.
  metrics,  ///< The numbers.
  admin     ///< Reload.
};

inline constexpr std::array<std::pair<Scope, std::string_view>, 3> kScopeTokens{{
    {Scope::check, "check"},
    {Scope::metrics, "metrics"},
    {Scope::admin, "admin"},
}};

/// The keys of a file, as SHA-256 of each: who reads the file has no key.
///
/// Thread safety: immutable.
class ApiKeys {
 public:
  enum class Verdict { allowed, unknown, out_of_scope };

  /// No keys: everybody may ask everything.
  ApiKeys() = default;

  /// Reads {"schema": 1, "keys": [{"name", "sha256", "scopes": […]}]}.
  /// Errors: appended to `problems`; then there are no keys to be used.
  static ApiKeys read(const std::filesystem::path& file, Problems& problems);

  bool empty() const { return keys_.empty(); }

  /// `authorization` is the header, "Bearer KEY".  The time it takes does not
  /// depend on how much of a key is right.
  Verdict judge(std::string_view authorization, Scope scope) const;

 private:
  using Hash = std::array<unsigned char, 32>;
  struct Key {
    Hash hash;
    std::vector<Scope> scopes;
  };
  std::vector<Key> keys_;
};

}  // namespace crosscheck
