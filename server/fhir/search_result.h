// What the answer to a search says of itself.
#pragma once

#include "json/json_node.h"

namespace crosscheck {

/// Reports a Bundle that does not hold all that its search found: there are further
/// pages, or it states a total above its matches.  Of what is no search, a total says
/// nothing; what has no type is taken for one.
/// Errors: a total that is no number, or a negative one, is reported as well.
void report_missing_matches(const JsonNode& bundle);

/// Whether the entry is an OperationOutcome about the search that tells nothing but
/// "information", and not that something was left out or suppressed.
bool is_mere_information(const JsonNode& entry);

}  // namespace crosscheck
