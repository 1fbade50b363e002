#include "access/token_verifier.h"

#include <algorithm>
#include <cmath>

#include "access/token.h"

namespace crosscheck {
namespace {

using Verdict = TokenVerdict;

constexpr std::array<std::string_view, 6> kAlgorithms{"ES384", "RS384", "ES256",
                                                      "ES512", "RS256", "RS512"};

std::string without_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

// Whose token it may be: a client is one issuer, or one tenant of it.
Verdict find_signer(const std::vector<Client>& clients, std::string_view text,
                    const Token& token) {
  Verdict verdict = Verdict::issuer;
  for (const Client& client : clients) {
    if (client.issuer != token.issuer) continue;
    if (verdict == Verdict::issuer) verdict = Verdict::key;
    for (const PublicKey& key : client.keys) {
      if (key.id() != token.key_id || !key.fits(token.algorithm)) continue;
      verdict = Verdict::signature;
      if (!key.has_signed(text, token.algorithm)) continue;
      if (client.tenant.empty() || client.tenant == token.tenant) return Verdict::allowed;
      verdict = Verdict::tenant;
    }
  }
  return verdict;
}

Verdict judge_times(const Token& token, std::int64_t now) {
  const auto seconds = static_cast<double>(now);
  constexpr auto kLeeway = static_cast<double>(TokenVerifier::kLeeway);
  if (token.expires + kLeeway <= seconds) return Verdict::expired;
  if (token.issued > seconds + kLeeway) return Verdict::not_yet;
  if (token.not_before > seconds + kLeeway) return Verdict::not_yet;
  if (token.issued + TokenVerifier::kOldest + kLeeway <= seconds) return Verdict::too_old;
  return Verdict::allowed;
}

}  // namespace

std::string_view to_string(TokenVerdict verdict) {
  static constexpr std::array<std::string_view, 13> kTokens{
      "allowed", "malformed", "algorithm", "issuer",  "key",      "signature", "audience",
      "tenant",  "expired",   "not_yet",   "too_old", "replayed", "no_room"};
  return kTokens[static_cast<std::size_t>(verdict)];
}

TokenVerifier::TokenVerifier(std::filesystem::path file, std::string public_url)
    : file_(std::move(file)),
      public_url_(without_slash(std::move(public_url))),
      clients_(std::make_shared<const Clients>()) {}

void TokenVerifier::load(Problems& problems) {
  Problems found;
  auto clients = std::make_shared<const Clients>(read_clients(file_, found));
  problems.insert(problems.end(), found.begin(), found.end());
  if (!found.empty()) return;
  const std::lock_guard lock(guard_);
  clients_ = std::move(clients);
}

TokenVerdict TokenVerifier::judge(std::string_view text, std::string_view path,
                                  std::int64_t now) {
  const auto token = read_token(text);
  if (!token) return Verdict::malformed;
  if (std::find(kAlgorithms.begin(), kAlgorithms.end(), token->algorithm) ==
      kAlgorithms.end())
    return Verdict::algorithm;
  std::shared_ptr<const Clients> clients;
  {
    const std::lock_guard lock(guard_);
    clients = clients_;
  }
  if (const Verdict signer = find_signer(*clients, text, *token);
      signer != Verdict::allowed)
    return signer;
  const auto& audiences = token->audiences;
  if (std::find(audiences.begin(), audiences.end(), public_url_ + std::string(path)) ==
      audiences.end())
    return Verdict::audience;
  if (const Verdict times = judge_times(*token, now); times != Verdict::allowed)
    return times;
  const double until = std::min(token->expires, token->issued + kOldest) + kLeeway;
  switch (used_.note(token->issuer, token->id, std::llround(std::ceil(until)), now)) {
    case ReplayGuard::Answer::first:
      return Verdict::allowed;
    case ReplayGuard::Answer::again:
      return Verdict::replayed;
    case ReplayGuard::Answer::no_room:
      return Verdict::no_room;
  }
  return Verdict::no_room;
}

}  // namespace crosscheck
