// What a request is called in logs, here and elsewhere.
#pragma once

#include <httplib.h>

#include <string>
#include <string_view>

namespace crosscheck {

/// The names of one request.
struct RequestId {
  std::string request;  ///< X-Request-ID
  std::string trace;    ///< Of W3C Trace Context: 32 hexadecimal digits.
  std::string span;     ///< Ours: 16 hexadecimal digits.
};

/// Takes over X-Request-ID and the trace of `traceparent`, or makes them.
///
/// Only an id that can hold nothing else is taken over: hexadecimal digits in
/// groups joined by hyphens, 16 to 64 of them, as UUIDs are.  A name of a drug or
/// a person is none, so it never reaches a log.
/// Thread safety: any thread.
RequestId read_request_id(const httplib::Request& request);

/// A UUID of version 4: unique, not secret.
std::string random_uuid();

/// Tells the client, in the headers of the same names.
void write_request_id(const RequestId& id, httplib::Response& response);

}  // namespace crosscheck
