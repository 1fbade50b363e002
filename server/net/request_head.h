// The head of a request, vetted before anybody acts on it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "net/limits.h"
#include "net/refusal.h"

namespace crosscheck {

/// The name under which RequestHead::text has what came as Accept-Encoding, which the
/// library must not see.  No client can send it by this name.
inline constexpr const char* kAcceptEncoding = "X-Accept-Encoding";

/// A head that can be read in one way only.
struct RequestHead {
  /// Request line and headers, each "Name: value" CR LF, with the empty line; without
  /// what the HTTP library would act on by itself: the framing of the body, Range,
  /// Expect, Accept-Encoding (see above), and REMOTE_… and LOCAL_…, which it sets.
  std::string text;
  bool keep_alive = true;    ///< Never with HTTP/1.0.
  bool knows_chunks = true;  ///< Not HTTP/1.0.
  bool chunked = false;
  std::size_t content_length = 0;

  std::string_view method() const;
  std::string_view target() const;  ///< Path and query, as they were sent.
  bool expects_continue = false;
};

/// Reads `head`, which ends with its empty line (RFC 9112, RFC 9110).
///
/// Refused is whatever two programs could read differently: line ends other
/// than CR LF, control bytes, folded lines, names that are no tokens, a space
/// before a colon, Host missing or twice, Content-Type or Authorization twice, a
/// length stated twice or not in digits, a coding other than chunked, a body on GET,
/// HEAD, DELETE or OPTIONS. How large a body may be is not judged here.
std::variant<RequestHead, Refusal> read_head(std::string_view head, const Limits& limits);

}  // namespace crosscheck
