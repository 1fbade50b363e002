#include "http/router.h"

#include <algorithm>
#include <optional>

namespace crosscheck {
namespace {

constexpr std::string_view kKey = "{key}";

// What stands for the key; "" for a pattern without one; none for no match.
std::optional<std::string_view> match(std::string_view pattern, std::string_view path) {
  const std::size_t at = pattern.find(kKey);
  if (at == std::string_view::npos)
    return pattern == path ? std::optional<std::string_view>("") : std::nullopt;
  const std::string_view behind = pattern.substr(at + kKey.size());
  if (!path.starts_with(pattern.substr(0, at))) return std::nullopt;
  path.remove_prefix(at);
  if (!path.ends_with(behind)) return std::nullopt;
  path.remove_suffix(behind.size());
  if (path.empty() || path.find('/') != std::string_view::npos) return std::nullopt;
  return path;
}

// A GET route answers HEAD too.
std::string_view answering(std::string_view method) {
  return method == "HEAD" ? "GET" : method;
}

}  // namespace

void Router::add(std::string_view method, std::string_view pattern, Scope scope,
                 Handler handler, Allowance allowance) {
  routes_.push_back(
      {std::string(method), std::string(pattern), scope, std::move(handler), allowance});
}

Allowance Router::allowance(std::string_view method, std::string_view path) const {
  for (const Route& route : routes_) {
    if (route.method == answering(method) && match(route.pattern, path))
      return route.allowance;
  }
  return {};
}

Router::Match Router::find(std::string_view method, std::string_view path) const {
  Match found;
  const std::string_view wanted = answering(method);
  for (const Route& route : routes_) {
    const auto key = match(route.pattern, path);
    if (!key) continue;
    found.pattern = route.pattern;
    if (found.handler == nullptr) found.scope = route.scope;
    found.allowed += (found.allowed.empty() ? "" : ", ") + route.method;
    if (route.method == "GET") found.allowed += ", HEAD";
    if (route.method != wanted) continue;
    found.handler = &route.handler;
    found.key = *key;
  }
  return found;
}

}  // namespace crosscheck
