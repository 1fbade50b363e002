// Bytes → JSON document, strictly.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "json/json_document.h"
#include "json/problem.h"

namespace crosscheck {

/// A document may hold values inside values this deep, and no deeper.
inline constexpr std::size_t kDeepestNesting = 64;

/// The document that `text` is, by RFC 8259 and more strictly still: no
/// duplicate keys (compared after unescaping), no nesting beyond
/// kDeepestNesting, no number that a double cannot hold, no byte order mark,
/// no NUL byte, nothing that is not UTF-8, nothing after the document.
///
/// Errors: null and at least one Problem at `source`.  Duplicate keys are all
/// collected (up to a thousand); anything else ends the reading at once.  The
/// messages say where by line and column (in bytes, from 1) and never repeat
/// the text.  Never throws, and needs no stack for deep nesting.
JsonDocument read_json(std::string_view text, const std::string& source,
                       Problems& problems);

}  // namespace crosscheck
