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

// LOINC: pregnancy status; breastfeeding status.  SNOMED CT: breastfeeding (mother).
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kKinds{{
    {"82810-3", kPregnancy},
    {"11449-6", kPregnancy},
    {"63895-7", kBreastfeeding},
    {"413712001", kBreastfeeding},
}};
std::string_view kind_of(const Concept& code) {
  for (const auto& [known, kind] : kKinds) {
    if (code.has_code(known)) return kind;
  }
  return {};
}

std::string read_when(const JsonNode& node) {
  for (const std::string_view key : {"effectiveDateTime", "effectiveInstant", "issued"}) {
    if (node.has(key)) return node.optional_text(key);
  }
  const auto period = node.optional_object("effectivePeriod");
  return period ? period->optional_text("start") : std::string();
}

}  // namespace

// What is not sure is said: "maybe" counts as yes, and no answer as none.
StatusAnswer ObservationReader::read_answer(const JsonNode& node,
                                            std::string_view kind) const {
  if (node.has("valueBoolean"))
    return node.optional_bool("valueBoolean").value_or(false) ? StatusAnswer::yes
                                                              : StatusAnswer::no;
  constexpr const char* kValue = "valueCodeableConcept";
  const Concept value = read_concept(node, kValue);
  const auto named = rules_.recogniser().conditions().find(value.text, value.codings);
  const bool names_it = std::any_of(
      named.begin(), named.end(), [&](const Condition* one) { return one->key == kind; });
  const auto answer = names_it ? StatusAnswer::yes : read_status_answer(value);
  const std::string found = value.empty() ? "none" : "\"" + value.words() + "\"";
  if (answer == StatusAnswer::maybe)
    node.report(kValue, "a status that is sure; it is checked as " + std::string(kind),
                found);
  else if (!answer || answer == StatusAnswer::unknown)
    node.report(kValue, "a pregnancy or breastfeeding status", found);
  return answer.value_or(StatusAnswer::unknown);
}

void ObservationReader::add(const Resource& observation) {
  const JsonNode& node = observation.node;
  const Concept code = read_concept(node, "code");
  const std::string_view kind = kind_of(code);
  const std::string status = node.optional_text("status");
  if (kind.empty() || status == "entered-in-error" || status == "cancelled") return;

  const StatusAnswer answer = read_answer(node, kind);
  const bool yes = answer == StatusAnswer::yes || answer == StatusAnswer::maybe;
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
