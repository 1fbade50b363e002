// One log line a request: numbers and the route, never what was asked.
#pragma once

#include <cstddef>
#include <string_view>

#include "check/rules_in_force.h"
#include "http/request_id.h"
#include "json/problem.h"
#include "pack/rules_difference.h"

namespace crosscheck {

/// What is known of a request when it is answered.
struct RequestRecord {
  std::string_view route;  ///< A pattern of a Router, or "none".
  double seconds = 0;
};

/// Gathers what one request's log line says, on the thread that answers it.
/// The line holds the route's pattern, not the path; no header, no body, no
/// name of a drug.
///
/// Thread safety: each thread has a line of its own.
class RequestLog {
 public:
  static void begin(RequestId id);
  static const RequestId& id();  ///< Of the request that is being answered.
  static void route(std::string_view pattern);  ///< A pattern of a Router: kept by view.
  /// Adds to what was counted.
  static void count(std::size_t medications, std::size_t findings);
  /// Writes the line.
  static RequestRecord end(int status);
};

/// Log lines as JSON on standard error, from `level` on ("info", "warning" …).
void set_up_log(const char* level);

/// A line that is not about a request.
void log_event(std::string_view message);
void log_listening(std::string_view host, int port);
/// A warning: the limit of open files leaves room for no more than `most`.
void log_fewer_connections(std::size_t most);
/// A warning, where the rules just put in force have expired or will within 30 days
/// of today.
void log_expiry(const RulesInForce& rules);
/// A successful reload, and what it changed.
void log_reload(std::string_view version, const RulesDifference& difference);
/// A reload that left the rules of `version` in force, a line for each problem.
void log_refused_reload(std::string_view version, const Problems& problems);
void log_internal_error(const RequestId& id);
void log_error(std::string_view message);

}  // namespace crosscheck
