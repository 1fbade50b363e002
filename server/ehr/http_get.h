// One bounded GET after the other, to servers that were vetted before.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "ehr/fetch_result.h"

namespace crosscheck {

/// What came back; a body only with `answered`.
struct Fetched {
  FetchResult result = FetchResult::unreachable;
  std::string body = {};
};

/// A connection that is used again for the same host.  Follows no redirection, reads no
/// proxy from the environment, no .netrc and no cookies, and takes no compressed answer;
/// https is verified by the certificates of the system, and nothing but http and https
/// is spoken.
///
/// Thread safety: one thread at a time.
class HttpGet {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// Sets the library up; before there are threads.
  static void set_up();

  /// `token`: sent as bearer token with each request; "": none.  Never kept elsewhere.
  explicit HttpGet(const std::string& token);

  /// The answer to `url`, if it is 200, here before `deadline`, and not longer than
  /// `most` bytes.
  Fetched get(const std::string& url, Time deadline, std::size_t most);

 private:
  struct Free {
    void operator()(void* handle) const noexcept;
  };
  struct FreeHeaders {
    void operator()(void* headers) const noexcept;
  };
  void add_header(const std::string& line);

  std::unique_ptr<void, FreeHeaders> headers_;
  std::unique_ptr<void, Free> handle_;  // Before the headers it goes.
};

}  // namespace crosscheck
