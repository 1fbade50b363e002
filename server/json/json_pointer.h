// The name of a place in a JSON document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crosscheck {

/// Appends one step of a JSON Pointer: "/" and `key` as RFC 6901 escapes it.
/// A key longer than any we know is cut, so that a hostile document cannot
/// make its problems larger than itself.
void append_step(std::string& pointer, std::string_view key);
void append_step(std::string& pointer, std::size_t index);

/// Whether `a` stands before `b`: step by step, indexes as numbers, so that
/// "/interactions/9" comes before "/interactions/10".
bool pointer_before(std::string_view a, std::string_view b);

}  // namespace crosscheck
