#include "naming/code_system.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace crosscheck {

std::optional<CodeSystem> find_code_system(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, CodeSystem>, 21> kNames{{
      {"rxnorm", CodeSystem::rxnorm},
      {"rxcui", CodeSystem::rxnorm},
      {"http://www.nlm.nih.gov/research/umls/rxnorm", CodeSystem::rxnorm},
      {"urn:oid:2.16.840.1.113883.6.88", CodeSystem::rxnorm},
      {"atc", CodeSystem::atc},
      {"http://www.whocc.no/atc", CodeSystem::atc},
      {"urn:oid:2.16.840.1.113883.6.73", CodeSystem::atc},
      {"ndc", CodeSystem::ndc},
      {"http://hl7.org/fhir/sid/ndc", CodeSystem::ndc},
      {"urn:oid:2.16.840.1.113883.6.69", CodeSystem::ndc},
      {"snomed", CodeSystem::snomed},
      {"http://snomed.info/sct", CodeSystem::snomed},
      {"urn:oid:2.16.840.1.113883.6.96", CodeSystem::snomed},
      {"icd10", CodeSystem::icd10},
      {"icd-10", CodeSystem::icd10},
      {"icd-10-cm", CodeSystem::icd10},
      {"icd10cm", CodeSystem::icd10},
      {"http://hl7.org/fhir/sid/icd-10", CodeSystem::icd10},
      {"http://hl7.org/fhir/sid/icd-10-cm", CodeSystem::icd10},
      {"urn:oid:2.16.840.1.113883.6.3", CodeSystem::icd10},
      {"urn:oid:2.16.840.1.113883.6.90", CodeSystem::icd10},
  }};
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  while (lower.ends_with('/')) lower.pop_back();
  if (lower.starts_with("2.16.840.")) lower.insert(0, "urn:oid:");
  const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& known) {
    return known.first == lower;
  });
  if (found == kNames.end()) return std::nullopt;
  return found->second;
}

}  // namespace crosscheck
