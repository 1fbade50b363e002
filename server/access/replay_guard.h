// Tokens that were used already.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>

namespace crosscheck {

/// Remembers the ids of tokens until they have expired, at most kMost of one issuer,
/// so that no issuer takes the room of another.
///
/// Thread safety: any thread.
class ReplayGuard {
 public:
  static constexpr std::size_t kMost = 100'000;
  enum class Answer { first, again, no_room };

  /// Times in seconds since 1970; `until` is when the token is of no more use.
  Answer note(const std::string& issuer, const std::string& id, std::int64_t until,
              std::int64_t now);

 private:
  struct Seen {
    std::set<std::string> ids;  // their digests, all of one size
    std::set<std::pair<std::int64_t, std::string>> by_end;
  };
  std::mutex guard_;  // Guards the rest.
  std::map<std::string, Seen> seen_;
};

}  // namespace crosscheck
