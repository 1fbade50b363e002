// Whether a Host header names a host.
#pragma once

#include <string_view>

namespace crosscheck {

/// "name", "name:8080", "192.0.2.1", "[2001:db8::1]:443", or nothing (RFC 9110, 7.2).
bool is_host(std::string_view text);

}  // namespace crosscheck
