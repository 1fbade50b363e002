// What a route may take from the service.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace crosscheck {

/// Sizes in bytes.
struct Allowance {
  std::size_t body = 1024 * 1024;  ///< The largest; after chunks are put together.
  /// A request whose target and body are larger than this is answered by a worker:
  /// it may take more than about a millisecond, and a loop must not.
  std::size_t quick = 2 * 1024;
  /// The same for one with more commas than this in its body: an answer grows with the
  /// square of a list.
  std::size_t quick_commas = 32;
};

/// The allowance of the route that `method` and `path` lead to.  The path is as it
/// was sent, without the query.
/// Thread safety: called from every loop.
using AllowanceOf =
    std::function<Allowance(std::string_view method, std::string_view path)>;

}  // namespace crosscheck
