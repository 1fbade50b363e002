// The contract of the API, as text.
#pragma once

#include <string_view>

namespace crosscheck {

/// openapi.yaml as it was when the program was built.
extern const std::string_view kOpenApi;

}  // namespace crosscheck
