// One request on its way through the handlers.
#pragma once

#include <httplib.h>

#include <string>

namespace crosscheck {

/// What a handler gets.  The request is complete and its body bounded; the
/// handler answers by filling `response` and knows nothing of connections.
struct Call {
  const httplib::Request& request;
  const std::string& body;  ///< Empty for GET and HEAD.
  std::string key;          ///< What stood for "{key}" in the route.
  httplib::Response& response;
};

}  // namespace crosscheck
