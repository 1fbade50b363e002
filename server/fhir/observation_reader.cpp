#include "fhir/observation_reader.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "fhir/concept.h"
#include "naming/condition_index.h"

namespace crosscheck {
namespace {

constexpr std::string_view kPregnancy = "pregnancy";
constexpr std::string_view kBreastfeeding = "breastfeeding";

// LOINC: pregnancy status; breastfeeding status.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kKinds{{
    {"82810-3", kPregnancy},
    {"11449-6", kPregnancy},
    {"63895-7", kBreastfeeding},
}};
// Answers without words: "pregnant" of SNOMED CT and LOINC, and yes (LOINC, HL7 v2).
constexpr std::array<std::string_view, 4> kYes{"77386006", "LA15173-0", "LA33-6", "Y"};
// "Not pregnant", "unknown" and no, of the same.
constexpr std::array<std::string_view, 7> kNo{
    "60001007", "LA26683-5", "LA4489-6", "LA32-8", "N", "UNK", "261665006"};

std::string_view kind_of(const Concept& code) {
  for (const auto& [loinc, kind] : kKinds) {
    if (code.has_code(loinc)) return kind;
  }
  return {};
}

template <std::size_t N>
bool has_any(const Concept& value, const std::array<std::string_view, N>& codes) {
  return std::any_of(codes.begin(), codes.end(),
                     [&](std::string_view code) { return value.has_code(code); });
}

std::string read_when(const JsonNode& node) {
  for (const std::string_view key : {"effectiveDateTime", "effectiveInstant", "issued"}) {
    if (node.has(key)) return node.optional_text(key);
  }
  const auto period = node.optional_object("effectivePeriod");
  return period ? period->optional_text("start") : std::string();
}

}  // namespace

void ObservationReader::add(const Resource& observation) {
  const JsonNode& node = observation.node;
  const Concept code = read_concept(node, "code");
  const std::string_view kind = kind_of(code);
  const std::string status = node.optional_text("status");
  if (kind.empty() || status == "entered-in-error" || status == "cancelled") return;

  const Concept value = read_concept(node, "valueCodeableConcept");
  const auto named = rules_.recogniser().conditions().find(value.text, value.codings);
  const bool names_it = std::any_of(
      named.begin(), named.end(), [&](const Condition* one) { return one->key == kind; });
  bool yes = names_it || has_any(value, kYes);
  if (node.has("valueBoolean")) yes = node.optional_bool("valueBoolean").value_or(false);
  if (!yes && !has_any(value, kNo) && !node.has("valueBoolean"))
    node.report("valueCodeableConcept", "a pregnancy or breastfeeding status",
                value.empty() ? "none" : "\"" + value.words() + "\"");
  std::string when = read_when(node);
  Seen& latest = latest_[std::string(kind)];
  if (latest.resource == nullptr || when > latest.when || (when == latest.when && yes))
    latest = {&observation, std::move(when), yes};
}

// Ten months, and a year for breastfeeding: neither is known to last longer.
bool ObservationReader::is_outdated(const Seen& seen) const {
  constexpr double kLongest = 1;
  const auto when = read_date(seen.when);
  return when && age_in_years(when->last, today_) >= kLongest;
}

bool ObservationReader::finish(Patient& patient, std::vector<LeftOut>& left_out) const {
  for (const auto& [kind, seen] : latest_) {
    if (!seen.yes) continue;
    if (is_outdated(seen))
      left_out.push_back({seen.resource->name(), kind, "outdated"});
    else
      (kind == kPregnancy ? patient.pregnant : patient.breastfeeding) = true;
  }
  return !latest_.empty();
}

}  // namespace crosscheck
