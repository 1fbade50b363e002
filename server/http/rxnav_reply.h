// The ways to answer a client of RxNav.
#pragma once

#include <httplib.h>

#include <string>
#include <string_view>

#include "rxnav/outline.h"
#include "rxnav/unanswered.h"

namespace crosscheck {

/// By the suffix of the path; without one, JSON where the client names JSON and not
/// XML, else XML.
RxnavFormat rxnav_format(const httplib::Request& request);

/// 200 with a body in that format.
void reply_rxnav(const httplib::Request& request, httplib::Response& response,
                 std::string body);

/// RFC 9457 in that format, application/problem+json or application/problem+xml.
void refuse_rxnav(const httplib::Request& request, httplib::Response& response,
                  int status, std::string_view detail);

/// X-Unknown-Rxcuis, X-Ambiguous-Rxcuis, X-Not-Covered-Rxcuis, where there are any.
void write_unanswered_headers(const Unanswered& unanswered, httplib::Response& response);

}  // namespace crosscheck
