// What the service says of its FHIR side.
#pragma once

#include <string>
#include <string_view>

#include "fhir/fhir_version.h"

namespace crosscheck {

/// The CapabilityStatement; `date` is that of the rules in force.
std::string capability_statement(std::string_view version, std::string_view date,
                                 FhirVersion fhir_version);

/// The OperationDefinition of $check-interactions, in R4 and in R5.
std::string_view operation_definition();

}  // namespace crosscheck
