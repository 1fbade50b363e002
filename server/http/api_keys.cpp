#include "http/api_keys.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "http/bearer.h"
#include "json/json_node.h"
#include "json/json_reader.h"

namespace crosscheck {
namespace {

constexpr std::size_t kLongestKey = 512;
constexpr int kHighestRate = 1'000'000;

std::optional<std::string> content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  if (!file) return std::nullopt;
  return content.str();
}

std::unique_ptr<RateLimiter> limiter(double per_second, std::optional<double> burst) {
  if (per_second <= 0) return nullptr;
  return std::make_unique<RateLimiter>(per_second,
                                       burst.value_or(std::max(per_second, 1.0)));
}

std::vector<Scope> read_scopes(const JsonNode& node) {
  std::vector<Scope> scopes;
  for (const JsonNode& scope : node.required_array("scopes")) {
    const std::string word = scope.as_string();
    const auto known =
        std::find_if(kScopeTokens.begin(), kScopeTokens.end(),
                     [&](const auto& token) { return token.second == word; });
    if (known == kScopeTokens.end())
      scope.report("", "\"check\", \"metrics\" or \"admin\"");
    else
      scopes.push_back(known->first);
  }
  return scopes;
}

}  // namespace

ApiKeys::ApiKeys(double per_second) : of_all_(limiter(per_second, std::nullopt)) {}

ApiKeys::Key ApiKeys::read_key(const JsonNode& node, double per_second) {
  node.allow_only({"name", "sha256", "scopes", "rate_per_second", "burst"});
  node.required_string("name");
  const std::string hexadecimal = node.required_string("sha256");
  Key key;
  std::size_t size = 0;
  if (sodium_hex2bin(key.hash.data(), key.hash.size(), hexadecimal.data(),
                     hexadecimal.size(), nullptr, &size, nullptr) != 0 ||
      size != key.hash.size())
    node.report("sha256", "64 hexadecimal digits");
  key.scopes = read_scopes(node);
  const auto rate = node.optional_number("rate_per_second", {1, kHighestRate});
  const auto burst = node.optional_number("burst", {1, kHighestRate});
  key.limiter = limiter(rate.value_or(per_second), burst);
  return key;
}

ApiKeys ApiKeys::read(const std::filesystem::path& path, double per_second,
                      Problems& problems) {
  const std::string source = path.string();
  const auto content = content_of(path);
  if (!content) {
    problems.push_back({source, "", "expected a readable file; found none"});
    return ApiKeys();
  }
  const auto document = read_json(*content, source, problems);
  if (!document) return ApiKeys();
  const JsonNode root(*document, source, problems);
  root.allow_only({"schema", "keys"});
  root.required_integer("schema", {1, 1});
  ApiKeys keys;
  for (const JsonNode& node : root.required_array("keys")) {
    if (node.is_object())
      keys.keys_.push_back(read_key(node, per_second));
    else
      node.report("", "an object");
  }
  if (keys.empty() && root.has_array("keys")) root.report("keys", "at least one key");
  if (!problems.empty()) return ApiKeys();
  return keys;
}

const ApiKeys::Key* ApiKeys::find(std::string_view authorization) const {
  const std::string_view given = bearer_token(authorization).value_or("");
  if (given.empty() || given.size() > kLongestKey) return nullptr;
  Hash hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(given.data()),
                     given.size());
  const Key* found = nullptr;
  for (const Key& key : keys_) {  // all of them, whichever it is
    if (sodium_memcmp(key.hash.data(), hash.data(), hash.size()) == 0) found = &key;
  }
  return found;
}

ApiKeys::Judgement ApiKeys::judge(std::string_view authorization, Scope scope,
                                  RateLimiter::Clock::time_point now) const {
  if (scope == Scope::none) return {};
  RateLimiter* limiter = of_all_.get();
  if (!keys_.empty()) {
    const Key* key = find(authorization);
    if (key == nullptr) return {Verdict::unknown};
    if (std::find(key->scopes.begin(), key->scopes.end(), scope) == key->scopes.end())
      return {Verdict::out_of_scope};
    limiter = key->limiter.get();
  }
  if (scope != Scope::check || limiter == nullptr) return {};
  const auto wait = limiter->take(now);
  return {wait > wait.zero() ? Verdict::too_many : Verdict::allowed, wait};
}

}  // namespace crosscheck
