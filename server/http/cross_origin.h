// Pages of which origins may read the answers (CORS of the Fetch Standard).
#pragma once

#include <httplib.h>

#include <string>
#include <string_view>
#include <vector>

#include "json/problem.h"

namespace crosscheck {

/// The origins that browsers may let read answers.  None: no answer has a header
/// of CORS.  Credentials of browsers (cookies, client certificates) are never
/// allowed; a key travels in Authorization, which a page sets by itself.
///
/// Thread safety: immutable.
class CrossOrigin {
 public:
  /// No origins.
  CrossOrigin() = default;

  /// Reads origins separated by commas, each as browsers send it,
  /// "https://ehr.example" or "http://localhost:3000"; or "*" alone, for all.
  /// Errors: appended to `problems`.
  static CrossOrigin read(std::string_view origins, Problems& problems);

  /// Whether a browser asks, before it sends the request of a page of an allowed
  /// origin, if it may.
  bool is_preflight(const httplib::Request& request) const;

  /// Says yes: 204.  `methods` are those of the path, as "GET, HEAD".
  static void answer_preflight(std::string_view methods, httplib::Response& response);

  /// Lets the page that asked read the answer, if its origin is allowed.
  void write(const httplib::Request& request, httplib::Response& response) const;

 private:
  bool allows(std::string_view origin) const;

  std::vector<std::string> origins_;
  bool allows_all_ = false;
};

}  // namespace crosscheck
