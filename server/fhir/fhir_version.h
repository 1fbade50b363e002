// The versions of FHIR that answers are written in.
#pragma once

#include <optional>
#include <string_view>

namespace crosscheck {

/// R4B is as R4 in all that is read and written here.
enum class FhirVersion { r4, r5 };

/// From the parameter fhirVersion of a media type, "5.0" or "5.0.0"; none for a version
/// that is not written.
constexpr std::optional<FhirVersion> read_fhir_version(std::string_view text) {
  if (text.starts_with("4.0") || text.starts_with("4.3")) return FhirVersion::r4;
  if (text.starts_with("5.0")) return FhirVersion::r5;
  return std::nullopt;
}

}  // namespace crosscheck
