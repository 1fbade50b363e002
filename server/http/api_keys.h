// Who may ask what, and how often.
#pragma once

#include <array>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/rate_limiter.h"
#include "json/json_node.h"
#include "json/problem.h"

namespace crosscheck {

/// What a route asks of whoever calls it.
enum class Scope {
  none,     ///< Open to everybody: is the service alive, what is its contract.
  check,    ///< Questions, and the knowledge.
  cds,      ///< CDS services: a key for `check`, or the token of a CDS client.
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
/// What needs Scope::check is limited in rate, for each key by itself; whether the
/// service lives, its numbers and its reload never are.
///
/// Thread safety: any thread.
class ApiKeys {
 public:
  enum class Verdict { allowed, unknown, out_of_scope, too_many };
  struct Judgement {
    Verdict verdict = Verdict::allowed;
    std::chrono::nanoseconds wait{};  ///< Of too_many: until one more may come.
  };

  /// No keys: everybody may ask everything, all together `per_second` times a
  /// second; 0: without limit.
  explicit ApiKeys(double per_second = 0);

  /// Reads {"schema": 1, "keys": [{"name", "sha256", "scopes": […],
  /// "rate_per_second", "burst"}]}.  The last two may be missing: `per_second` is
  /// for keys without a rate, and a burst is what may come in one second.
  /// Errors: appended to `problems`; then there are no keys to be used.
  static ApiKeys read(const std::filesystem::path& file, double per_second,
                      Problems& problems);

  bool empty() const { return keys_.empty(); }

  /// `authorization` is the header, "Bearer KEY".  The time it takes does not
  /// depend on how much of a key is right.
  Judgement judge(std::string_view authorization, Scope scope,
                  RateLimiter::Clock::time_point now) const;

 private:
  using Hash = std::array<unsigned char, 32>;
  struct Key {
    Hash hash;
    std::vector<Scope> scopes;
    std::unique_ptr<RateLimiter> limiter;  // null: no limit
  };

  static Key read_key(const JsonNode& node, double per_second);
  const Key* find(std::string_view authorization) const;

  std::vector<Key> keys_;
  std::unique_ptr<RateLimiter> of_all_;  // where there are no keys
};

}  // namespace crosscheck
