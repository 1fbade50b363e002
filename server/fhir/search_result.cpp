#include "fhir/search_result.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

namespace crosscheck {
namespace {

// "match" where the entry does not say otherwise.
std::string mode_of(const nlohmann::json& entry) {
  constexpr const char* kMatch = "match";
  const auto search = entry.find("search");
  if (search == entry.end()) return kMatch;
  const auto mode = search->find("mode");
  if (mode == search->end() || mode->is_null()) return kMatch;
  return mode->is_string() ? mode->get<std::string>() : std::string();
}

std::size_t count_matches(const JsonNode& bundle) {
  if (!bundle.has_array("entry")) return 0;
  const auto& entries = bundle.value()["entry"];
  return static_cast<std::size_t>(std::count_if(
      entries.begin(), entries.end(),
      [](const auto& entry) { return entry.is_object() && mode_of(entry) == "match"; }));
}

}  // namespace

void report_missing_matches(const JsonNode& bundle) {
  for (const JsonNode& link : bundle.optional_array("link")) {
    if (link.optional_text("relation") == "next")
      link.report("", "all pages of a search", "the address of the next one");
  }
  const auto type = bundle.value().find("type");
  const bool is_search =
      type == bundle.value().end() || !type->is_string() || *type == "searchset";
  if (!is_search) return;
  const auto total = bundle.optional_number("total", {.least = 0});
  const std::size_t matches = total ? count_matches(bundle) : 0;
  if (total && *total > static_cast<double>(matches))
    bundle.report(
        "total", "as many matches as the search found, " + bundle.value()["total"].dump(),
        std::to_string(matches));
}

bool is_mere_information(const JsonNode& entry) {
  if (mode_of(entry.value()) != "outcome") return false;
  const auto outcome = entry.optional_value("resource");
  if (!outcome || !outcome->is_object() ||
      outcome->optional_text("resourceType") != "OperationOutcome")
    return false;
  const auto issues = outcome->optional_array("issue");
  const auto is_any = [](const std::string& word, const char* one, const char* other) {
    return word == one || word == other;
  };
  return !issues.empty() &&
         std::all_of(issues.begin(), issues.end(), [&](const JsonNode& issue) {
           return is_any(issue.optional_text("severity"), "information", "success") &&
                  is_any(issue.optional_text("code"), "informational", "success");
         });
}

}  // namespace crosscheck
