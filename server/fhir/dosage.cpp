#include "fhir/dosage.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "check/dose.h"
#include "fhir/concept.h"
#include "fhir/timing.h"

namespace crosscheck {
namespace {

constexpr std::string_view kUcum = "http://unitsofmeasure.org";

// Concepts of SNOMED CT in words that orders use; the codes are those of HL7's value set
// route-codes (FHIR STU3 and R4).
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kSnomedRoutes{{
    {"26643006", "oral"},
    {"47625008", "intravenous"},
    {"78421000", "intramuscular"},
    {"34206005", "subcutaneous"},
    {"72607000", "intrathecal"},
    {"37161004", "rectal"},
    {"37839007", "sublingual"},
    {"54471007", "buccal"},
    {"45890007", "transdermal"},
    {"6064005", "topical"},
    {"54485002", "ophthalmic"},
    {"10547007", "otic"},
    {"46713006", "nasal"},
    {"16857009", "vaginal"},
    {"127490009", "gastrostomy"},
    {"127492001", "nasogastric"},
}};

// "Intravenous route (qualifier value)" is "intravenous".
std::string_view plain_route(std::string_view words) {
  words = words.substr(0, words.find(" ("));
  for (const std::string_view end : {" route", " use"}) {
    if (words.ends_with(end)) words.remove_suffix(end.size());
  }
  return words;
}

// The route in words that are understood, if there are any; else as it is written.
std::string words_of_route(const Recogniser& recogniser, const Concept& route) {
  std::vector<std::string_view> candidates{route.text};
  for (const Coding& coding : route.codings) {
    candidates.push_back(coding.display);
    candidates.push_back(coding.code);
    for (const auto& [code, words] : kSnomedRoutes) {
      if (coding.code == code) candidates.push_back(words);
    }
  }
  for (const std::string_view words : candidates) {
    for (const std::string_view form : {words, plain_route(words)}) {
      if (!recogniser.find_route(form).empty()) return std::string(form);
    }
  }
  return route.words();
}

// A Quantity in milligrams; none where its code and its unit disagree.
std::optional<double> milligrams(const JsonNode& quantity) {
  const auto value = quantity.optional_number("value");
  if (!value || *value <= 0 || quantity.has("comparator")) return std::nullopt;
  const std::string unit = quantity.optional_text("unit");
  std::string code = quantity.optional_text("code");
  if (!code.empty() && quantity.optional_text("system") != kUcum) code.clear();
  std::optional<double> mass;
  for (const std::string& name : {unit, code}) {
    if (name.empty()) continue;
    const auto one = milligrams_a_day({*value, name});
    if (!one || (mass && *mass != *one)) return std::nullopt;
    mass = one;
  }
  return mass;
}

std::optional<double> milligrams_of(const JsonNode& dosage) {
  const auto doses = dosage.optional_array("doseAndRate");
  if (doses.size() > 1 || (doses.empty() && dosage.has("doseAndRate")))
    return std::nullopt;
  // Before R4 the dose stood in the Dosage itself.
  const JsonNode& dose = doses.empty() ? dosage : doses.front();
  if (!dose.is_object()) return std::nullopt;
  const auto quantity = dose.optional_object("doseQuantity");
  const auto each = quantity ? milligrams(*quantity) : std::nullopt;
  const auto times = times_a_day(dosage);
  if (!each || !times) return std::nullopt;
  return *each * *times;
}

std::optional<DailyDose> read_daily_dose(const std::vector<JsonNode>& dosages) {
  std::map<double, double> by_step;
  for (const JsonNode& dosage : dosages) {
    const auto dose = dosage.is_object() ? milligrams_of(dosage) : std::nullopt;
    if (!dose) return std::nullopt;
    by_step[dosage.optional_number("sequence").value_or(0)] += *dose;
  }
  double largest = 0;
  for (const auto& [step, dose] : by_step) largest = std::max(largest, dose);
  if (largest == 0) return std::nullopt;
  return DailyDose{largest, "mg"};
}

}  // namespace

Dosage read_dosages(const Recogniser& recogniser, const std::vector<JsonNode>& dosages) {
  Dosage read;
  bool several = false;
  for (const JsonNode& dosage : dosages) {
    if (!dosage.is_object()) {
      dosage.report("", "an object");
      continue;
    }
    const Concept route = read_concept(dosage, "route");
    if (route.empty()) continue;
    const std::string words = words_of_route(recogniser, route);
    const bool same = words == read.route ||
                      recogniser.find_route(words) == recogniser.find_route(read.route);
    if (!read.route.empty() && !same) {
      several = true;
      dosage.report("route", "the route of the other dosages", "another");
    }
    read.route = words;
  }
  if (several) read.route.clear();
  read.daily_dose = read_daily_dose(dosages);
  return read;
}

}  // namespace crosscheck
