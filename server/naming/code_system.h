// The code systems the service reads, by any of their names.
#pragma once

#include <optional>
#include <string_view>

namespace crosscheck {

enum class CodeSystem { rxnorm, atc, ndc, snomed, icd10 };

/// The system that a short name ("rxnorm"), a URI or a "urn:oid:…" names, in
/// any case; none for any other.  URIs and OIDs are those of HL7 Terminology.
std::optional<CodeSystem> find_code_system(std::string_view name);

}  // namespace crosscheck
