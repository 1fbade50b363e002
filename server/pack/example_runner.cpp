#include "pack/example_runner.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "check/checker.h"

namespace crosscheck {
namespace {

template <typename Rule>
auto severities(const std::vector<const Rule*>& rules) {
  std::map<std::string, Severity> severities;
  for (const Rule* rule : rules) severities.emplace(rule->id, rule->severity);
  return severities;
}

std::vector<ExpectedAlert> interactions_of(const Report& report) {
  std::vector<ExpectedAlert> alerts;
  for (const InteractionAlert& alert : report.interactions)
    alerts.push_back({severities(alert.rules),
                      alert.severity,
                      {alert.first.position, alert.second.position}});
  return alerts;
}

std::vector<ExpectedAlert> precautions_of(const Report& report) {
  std::vector<ExpectedAlert> alerts;
  for (const PrecautionAlert& alert : report.precautions) {
    if (!is_information(alert.kind))
      alerts.push_back({severities(alert.rules), alert.severity, alert.medications});
  }
  return alerts;
}

std::vector<ExpectedAlert> cumulative_effects_of(const Report& report) {
  std::vector<ExpectedAlert> alerts;
  for (const CumulativeAlert& alert : report.cumulative_effects)
    alerts.push_back(
        {{{alert.effect->id, alert.severity}}, alert.severity, alert.medications});
  return alerts;
}

// "major for medications 0 and 1 by baclofen-maoi (major), other-rule (minor)"
std::string spell(const ExpectedAlert& alert) {
  std::string text{to_string(alert.severity)};
  text += alert.medications.size() == 1 ? " for medication" : " for medications";
  std::string_view separator = " ";
  for (const std::size_t position : alert.medications) {
    text += separator;
    text += std::to_string(position);
    separator = " and ";
  }
  separator = " by ";
  for (const auto& [id, severity] : alert.rules) {
    text += separator;
    text += id;
    text += " (";
    text += to_string(severity);
    text += ")";
    separator = ", ";
  }
  return text;
}

// Takes one alert that `is` true of out of `alerts`.
template <typename Is>
std::optional<ExpectedAlert> take(std::vector<ExpectedAlert>& alerts, Is is) {
  const auto found = std::find_if(alerts.begin(), alerts.end(), is);
  if (found == alerts.end()) return std::nullopt;
  ExpectedAlert alert = std::move(*found);
  alerts.erase(found);
  return alert;
}

// Alerts that agree cancel out first; what is left is told in pairs where the
// medications are the same, and one by one otherwise.
void compare(const JsonNode& place, const std::string& noun,
             const std::vector<ExpectedAlert>& expected,
             std::vector<ExpectedAlert> found) {
  std::vector<ExpectedAlert> missing;
  for (const ExpectedAlert& alert : expected) {
    const auto same = [&](const ExpectedAlert& other) { return other == alert; };
    if (!take(found, same)) missing.push_back(alert);
  }
  for (const ExpectedAlert& alert : missing) {
    const auto near = take(found, [&](const ExpectedAlert& other) {
      return other.medications == alert.medications;
    });
    place.report("", noun + " " + spell(alert), near ? spell(*near) : "none");
  }
  for (const ExpectedAlert& alert : found)
    place.report("", "no further " + noun, spell(alert));
}

// A misspelt name would make any list stay silent.
void report_unknown_names(const Example& example, const Report& report) {
  for (const NotChecked& note : report.not_checked) {
    if (note.subject == NotChecked::Subject::medication)
      example.place.report(
          "", "names that are recognised for sure",
          "\"" + note.text + "\" (" + std::string(to_string(note.reason)) + ")");
  }
}

}  // namespace

void run_example(const RulesInForce& rules, const Example& example) {
  const Report report = check(rules, example.question);
  report_unknown_names(example, report);
  compare(example, report);
}

void compare(const Example& example, const Report& report) {
  compare(example.place, "interaction", example.interactions, interactions_of(report));
  compare(example.place, "precaution", example.precautions, precautions_of(report));
  compare(example.place, "cumulative effect", example.cumulative_effects,
          cumulative_effects_of(report));
}

}  // namespace crosscheck
