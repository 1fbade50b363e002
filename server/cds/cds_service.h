// The services that a CDS Hooks client finds here.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cds/hook_call.h"

namespace crosscheck {

struct CdsService {
  std::string_view id;
  Hook hook;
  std::string_view title;
  std::string_view description;
};

/// One for each hook.
std::span<const CdsService> cds_services();

/// Null where there is none.
const CdsService* find_cds_service(std::string_view id);

/// Writes the answer to GET /cds-services.
void write_discovery(std::string& out);

/// The key of prefetch that must be there, if only as null: the current medications.
inline constexpr std::string_view kMedicationsKey = "medications";
/// That of the medications that were told, not ordered; it may be missing.
inline constexpr std::string_view kStatementsKey = "statements";

/// The keys of prefetch that discovery asks for.
std::span<const std::string_view> prefetch_keys();

/// The FHIR query behind such a key, for the patient of this id.
std::string prefetch_query(std::string_view key, std::string_view patient);

}  // namespace crosscheck
