// The ways to answer: a body, or the problems with the request.
#pragma once

#include <httplib.h>

#include <string>
#include <string_view>

#include "json/problem.h"

namespace crosscheck {

inline constexpr const char* kJsonType = "application/json";
inline constexpr const char* kTextType = "text/plain; charset=utf-8";

void reply(httplib::Response& response, int status, std::string body,
           const char* content_type = kJsonType);

/// A body that is made piece by piece, each when the client has taken most of those
/// before; `write_next` writes one, or calls done().  For a client of HTTP/1.0, which
/// knows no chunks, the body ends with the connection.
void reply_in_pieces(const httplib::Request& request, httplib::Response& response,
                     const char* content_type,
                     httplib::ContentProviderWithoutLength write_next);

/// A body that is always the same for one `tag`, a strong ETag without its quotes:
/// 304 and no body for a client that has it.  Nothing of a patient.
void reply_tagged(const httplib::Request& request, httplib::Response& response,
                  std::string body, std::string_view tag,
                  const char* content_type = kJsonType);

/// Whether an If-None-Match header has the tag: `"a", W/"b"`, or `*`.  It compares
/// weakly (RFC 9110, 13.1.2); our tags have no comma.
bool has_tag(std::string_view header, std::string_view tag);

/// RFC 9457 application/problem+json.  `detail` is one sentence for the
/// person who made the request.
void reply_problem(httplib::Response& response, int status, std::string_view detail);

/// The same with one entry of "errors" for each problem.
void reply_problems(httplib::Response& response, int status, std::string_view detail,
                    const Problems& problems);

/// The body of such an answer.
std::string problem_body(int status, std::string_view detail, const Problems& problems);

/// Names one more header of the request that the answer depends on, once.
void add_vary(httplib::Response& response, std::string_view header);

/// What tells a browser to do nothing with an answer but show or pass it on.  A
/// handler that sets one of these headers keeps its own.
void add_security_headers(httplib::Response& response);

/// "Not Found"; "Error" for a status the service does not use.
std::string_view status_title(int status);

}  // namespace crosscheck
