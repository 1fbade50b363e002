#include "fhir/timing.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>

#include "fhir/concept.h"

namespace crosscheck {
namespace {

// HL7's value set timing-abbreviation, by times a day; but for MO, since months have no
// fixed length.
constexpr std::array<std::pair<std::string_view, double>, 15> kAbbreviations{{
    {"BID", 2},
    {"TID", 3},
    {"QID", 4},
    {"AM", 1},
    {"PM", 1},
    {"QD", 1},
    {"QOD", 0.5},
    {"Q1H", 24},
    {"Q2H", 12},
    {"Q3H", 8},
    {"Q4H", 6},
    {"Q6H", 4},
    {"Q8H", 3},
    {"BED", 1},
    {"WK", 1.0 / 7},
}};
// Its code systems in R4, STU3 and DSTU2, and the value set, which some write instead.
constexpr std::array<std::string_view, 4> kSystems{
    "http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation",
    "http://hl7.org/fhir/timing-abbreviation", "http://hl7.org/fhir/v3/GTSAbbreviation",
    "http://hl7.org/fhir/ValueSet/timing-abbreviation"};

struct Reading {
  std::optional<double> times;
  bool doubtful = false;  ///< Something is said that is not understood.
};

std::optional<double> find_abbreviation(std::string_view written) {
  std::string upper(written);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  for (const auto& [code, times] : kAbbreviations) {
    if (code == upper) return times;
  }
  return std::nullopt;
}

void add(Reading& reading, std::optional<double> times) {
  if (!times) return;
  reading.doubtful = reading.doubtful || (reading.times && *reading.times != *times);
  reading.times = times;
}

// Words and codes of a house are passed over: they say the same again, or nothing known.
Reading read_abbreviation(const JsonNode& timing) {
  Reading reading;
  const Concept code = read_concept(timing, "code");
  for (const Coding& coding : code.codings) {
    const bool is_known =
        coding.system.empty() ||
        std::find(kSystems.begin(), kSystems.end(), coding.system) != kSystems.end();
    if (is_known) add(reading, find_abbreviation(coding.code));
  }
  add(reading, find_abbreviation(code.text));
  return reading;
}

// Days in a unit of time; none for the months and years that have no fixed length.
std::optional<double> days_of(std::string_view unit) {
  static constexpr std::array<std::pair<std::string_view, double>, 4> kUnits{
      {{"min", 1.0 / 1440}, {"h", 1.0 / 24}, {"d", 1}, {"wk", 7}}};
  for (const auto& [known, days] : kUnits) {
    if (known == unit) return days;
  }
  return std::nullopt;
}

Reading read_repeat(const JsonNode& timing) {
  const auto repeat = timing.optional_object("repeat");
  if (!repeat) return {std::nullopt, timing.has("repeat")};
  for (const std::string_view doubtful :
       {"frequencyMax", "periodMax", "dayOfWeek", "timeOfDay", "count", "countMax"}) {
    if (repeat->has(doubtful)) return {std::nullopt, true};
  }
  // DSTU2 calls the unit "periodUnits".
  const std::string_view unit_key =
      repeat->has("periodUnit") ? "periodUnit" : "periodUnits";
  const bool says = repeat->has("frequency") || repeat->has("period");
  const auto frequency = repeat->optional_number("frequency", {1, 1440});
  const auto period = repeat->optional_number("period", {0, 1e6});
  const auto days = days_of(repeat->optional_text(unit_key));
  if (!frequency || !period || !days || *period == 0) return {std::nullopt, says};
  return {*frequency / (*period * *days), false};
}

}  // namespace

std::optional<double> times_a_day(const JsonNode& dosage) {
  const auto timing = dosage.optional_object("timing");
  if (!timing) return std::nullopt;
  Reading reading = read_repeat(*timing);
  const Reading code = read_abbreviation(*timing);
  reading.doubtful = reading.doubtful || code.doubtful;
  add(reading, code.times);
  return reading.doubtful ? std::nullopt : reading.times;
}

}  // namespace crosscheck
