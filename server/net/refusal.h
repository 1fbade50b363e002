// Why a request is not answered.
#pragma once

#include <string_view>

namespace crosscheck {

/// A status of HTTP, and one sentence for the person who sent the request.
struct Refusal {
  int status = 0;
  std::string_view detail;  ///< A literal.
};

}  // namespace crosscheck
