// Which handler answers which method on which path.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "http/api_keys.h"
#include "http/call.h"
#include "net/allowance.h"

namespace crosscheck {

using Handler = std::function<void(Call&)>;

/// The routes of the service.
///
/// Thread safety: routes are added before the first look-up; after that any
/// thread may look up.
class Router {
 public:
  /// `pattern` may hold "{key}" once, which stands for one segment that is not
  /// empty.  A GET route answers HEAD too.  Who calls must have `scope`.
  void add(std::string_view method, std::string_view pattern, Scope scope,
           Handler handler, Allowance allowance = {});

  struct Match {
    const Handler* handler = nullptr;  ///< Null: no such route.
    Scope scope = Scope::none;         ///< Of the route, or of any of the path.
    std::string_view pattern;          ///< Of the path, whatever the method.
    std::string key;
    std::string allowed;  ///< For an Allow header: methods of the path.
  };
  Match find(std::string_view method, std::string_view path) const;

  /// What the route of a path may take.
  Allowance allowance(std::string_view method, std::string_view path) const;

 private:
  struct Route {
    std::string method;
    std::string pattern;
    Scope scope;
    Handler handler;
    Allowance allowance;
  };
  std::vector<Route> routes_;
};

}  // namespace crosscheck
