#include "http/api_keys.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "json/json_node.h"
#include "json/json_reader.h"

namespace crosscheck {
namespace {

constexpr std::string_view kBearer = "Bearer ";
constexpr std::size_t kLongestKey = 512;

std::optional<std::string> content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  if (!file) return std::nullopt;
  return content.str();
}

}  // namespace

ApiKeys ApiKeys::read(const std::filesystem::path& path, Problems& problems) {
  const std::string source = path.string();
  const auto content = content_of(path);
  if (!content) {
    problems.push_back({source, "", "expected a readable file; found none"});
    return {};
  }
  const auto document = read_json(*content, source, problems);
  if (!document) return {};
  const JsonNode root(*document, source, problems);
  root.allow_only({"schema", "keys"});
  root.required_integer("schema", {1, 1});
  ApiKeys keys;
  for (const JsonNode& node : root.required_array("keys")) {
    if (!node.is_object()) {
      node.report("", "an object");
      continue;
    }
    node.allow_only({"name", "sha256", "scopes"});
    node.required_string("name");
    const std::string hexadecimal = node.required_string("sha256");
    Key key;
    std::size_t size = 0;
    if (sodium_hex2bin(key.hash.data(), key.hash.size(), hexadecimal.data(),
                       hexadecimal.size(), nullptr, &size, nullptr) != 0 ||
        size != key.hash.size())
      node.report("sha256", "64 hexadecimal digits");
    for (const JsonNode& scope : node.required_array("scopes")) {
      const std::string word = scope.as_string();
      const auto known =
          std::find_if(kScopeTokens.begin(), kScopeTokens.end(),
                       [&](const auto& token) { return token.second == word; });
      if (known == kScopeTokens.end())
        scope.report("", "\"check\", \"metrics\" or \"admin\"");
      else
        key.scopes.push_back(known->first);
    }
    keys.keys_.push_back(std::move(key));
  }
  if (keys.empty() && root.has_array("keys")) root.report("keys", "at least one key");
  if (!problems.empty()) return {};
  return keys;
}

ApiKeys::Verdict ApiKeys::judge(std::string_view authorization, Scope scope) const {
  if (keys_.empty() || scope == Scope::none) return Verdict::allowed;
  const bool is_bearer = authorization.starts_with(kBearer);
  const std::string_view given =
      is_bearer ? authorization.substr(kBearer.size()) : std::string_view();
  if (given.empty() || given.size() > kLongestKey) return Verdict::unknown;
  Hash hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(given.data()),
                     given.size());
  const Key* found = nullptr;
  for (const Key& key : keys_) {  // all of them, whichever it is
    if (sodium_memcmp(key.hash.data(), hash.data(), hash.size()) == 0) found = &key;
  }
  if (found == nullptr) return Verdict::unknown;
  const auto& scopes = found->scopes;
  return std::find(scopes.begin(), scopes.end(), scope) != scopes.end()
             ? Verdict::allowed
             : Verdict::out_of_scope;
}

}  // namespace crosscheck
