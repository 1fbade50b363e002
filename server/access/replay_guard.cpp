#include "access/replay_guard.h"

#include <sodium.h>

#include <array>

namespace crosscheck {
namespace {

std::string digest(const std::string& text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size());
  return {hash.begin(), hash.end()};
}

}  // namespace

ReplayGuard::Answer ReplayGuard::note(const std::string& issuer, const std::string& id,
                                      std::int64_t until, std::int64_t now) {
  const std::string key = digest(id);
  const std::lock_guard lock(guard_);
  Seen& seen = seen_[issuer];
  while (!seen.by_end.empty() && seen.by_end.begin()->first < now) {
    seen.ids.erase(seen.by_end.begin()->second);
    seen.by_end.erase(seen.by_end.begin());
  }
  if (seen.ids.count(key) == 1) return Answer::again;
  if (seen.ids.size() >= kMost) return Answer::no_room;
  seen.ids.insert(key);
  seen.by_end.emplace(until, key);
  return Answer::first;
}

}  // namespace crosscheck
