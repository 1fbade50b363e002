#include "fhir/status_answer.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace crosscheck {
namespace {

struct KnownAnswer {
  std::string_view code;
  StatusAnswer answer;
};

// Only codes that a published value set or guide has, by where they stand:
//   77386006 … 146799005: HL7 IPS 2.0, pregnancy-status-uv-ips (SNOMED CT)
//   102874004: HL7 C-CDA, value set 2.16.840.1.113883.11.20.9.85, as HL7 IPS maps it
//   LA15173-0, LA26683-5, LA4489-6: HL7 IPS 1.0, the same in LOINC; gematik ISiK
//   LA29252-6, LA29253-4: gematik ISiK, StillstatusVS; Nigeria, breastfeeding-status
//   413712001: gematik ISiK, ISiKStillstatus, "Breastfeeding (mother)"
//   LA33-6, LA32-8: LOINC's yes and no, as EHRbase's FHIR bridge reads them
//   Y, N: HL7 v2's yes and no; UNK: HL7 v3, NullFlavor
//   69840006, 261665006: SNOMED CT's "breast feeding" and "unknown", as public clients
//   send them.  Its 106311005, which one of them sends for "no", is not relied on.
constexpr std::array<KnownAnswer, 18> kAnswers{{
    {"77386006", StatusAnswer::yes},
    {"LA15173-0", StatusAnswer::yes},
    {"LA29252-6", StatusAnswer::yes},
    {"413712001", StatusAnswer::yes},
    {"69840006", StatusAnswer::yes},
    {"LA33-6", StatusAnswer::yes},
    {"Y", StatusAnswer::yes},
    {"152231000119106", StatusAnswer::maybe},
    {"146799005", StatusAnswer::maybe},
    {"102874004", StatusAnswer::maybe},
    {"60001007", StatusAnswer::no},
    {"LA26683-5", StatusAnswer::no},
    {"LA29253-4", StatusAnswer::no},
    {"LA32-8", StatusAnswer::no},
    {"N", StatusAnswer::no},
    {"LA4489-6", StatusAnswer::unknown},
    {"261665006", StatusAnswer::unknown},
    {"UNK", StatusAnswer::unknown},
}};

}  // namespace

std::optional<StatusAnswer> read_status_answer(const Concept& value) {
  std::optional<StatusAnswer> worst;
  for (const KnownAnswer& known : kAnswers) {
    if (value.has_code(known.code))
      worst = std::min(worst.value_or(known.answer), known.answer);
  }
  return worst;
}

}  // namespace crosscheck
