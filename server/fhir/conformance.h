// What the service says of its FHIR side.
#pragma once

#include <string>
#include <string_view>

namespace crosscheck {

/// The CapabilityStatement of R4; `date` is that of the rules in force.
std::string capability_statement(std::string_view version, std::string_view date);

/// The OperationDefinition of $check-interactions.
std::string_view operation_definition();

}  // namespace crosscheck
