// A vetted head, as handlers get it from the HTTP library.
#pragma once

#include <httplib.h>

#include <string_view>

namespace crosscheck {

/// Fills in method, version, path, query and headers of `request`; `head` is
/// RequestHead::text.  The library's own reading of a head is passed by: it forgets
/// what stands before a second "=" in a parameter, merges parameters that are equal,
/// undoes escapes in headers, and refuses longer headers than ours.
///
/// A header that came on several lines is one list (RFC 9110, 5.2).  Escapes that are
/// none stay as they are.
void fill(httplib::Request& request, std::string_view head);

/// The path of a target, without the query, its escapes undone.
std::string decoded_path(std::string_view path);

}  // namespace crosscheck
