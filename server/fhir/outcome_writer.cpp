#include "fhir/outcome_writer.h"

#include <algorithm>
#include <set>
#include <utility>

#include "check/wording.h"

namespace crosscheck {
namespace {

constexpr std::string_view kInformation = "information", kWarning = "warning";

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

class OutcomeWriter {
 public:
  explicit OutcomeWriter(JsonWriter& json) : json_(json) {
    json_.begin_object();
    json_.member("resourceType", std::string_view("OperationOutcome"));
    json_.begin_array("issue");
  }

  void issue(std::string_view severity, std::string_view code, std::string_view text) {
    begin(severity, code, text);
    json_.end_object();
  }

  void problems(std::string_view severity, std::string_view code,
                const Problems& problems) {
    std::set<std::pair<std::string_view, std::string_view>> said;
    for (const Problem& problem : problems) {
      if (!said.emplace(problem.pointer, problem.message).second) continue;
      const std::string place = fhir_path(problem.pointer);
      begin(
          severity, code,
          "Could not be read: " + (place.empty() ? "" : place + ": ") + problem.message);
      if (!place.empty()) json_.strings("expression", std::vector{place});
      json_.end_object();
    }
  }

  void finish() {
    json_.end_array();
    json_.end_object();
  }

 private:
  void begin(std::string_view severity, std::string_view code, std::string_view text) {
    json_.begin_object();
    json_.member("severity", severity);
    json_.member("code", code);
    json_.begin_object("details");
    json_.member("text", text);
    json_.end_object();
  }

  JsonWriter& json_;
};

std::string count(std::size_t number, std::string_view one) {
  return std::to_string(number) + " " + std::string(one) + (number == 1 ? "" : "s");
}

std::string called(const std::string& reference, const std::string& words) {
  return reference.empty() ? words : reference + ", " + words;
}

std::string spell_checked(const RulesInForce& rules, const ClinicalQuestion& asked,
                          const Report& report) {
  std::size_t findings = report.duplicates.size();
  for (const std::size_t each : report.counts) findings += each;
  return "Checked " + count(asked.question.medications.size(), "medication") +
         " by the rules " + rules.version() + " (" + rules.digest() +
         "): " + count(findings, "finding") + ", " +
         count(report.not_checked.size(), "thing") + " not checked for sure, " +
         std::to_string(report.not_covered.size()) + " not covered. " +
         notice(rules.knowledge());
}

std::string spell_not_checked(const ClinicalQuestion& asked, const NotChecked& note) {
  std::string text = "Not checked";
  if (note.reason == NotCheckedReason::assumed) text = "Checked under an assumption";
  if (note.reason == NotCheckedReason::ambiguous) text = "Not clear";
  text += ": ";
  switch (note.subject) {
    case NotChecked::Subject::medication:
      text += called(asked.references[note.position], note.text);
      break;
    case NotChecked::Subject::condition:
      text += "condition " + note.text;
      break;
    case NotChecked::Subject::allergy:
      text += "allergy " + note.text;
      break;
  }
  text += " (" + std::string(to_string(note.reason)) + ")";
  for (std::size_t i = 0; i < note.suggestions.size(); ++i)
    text += (i == 0 ? "; perhaps " : ", ") + note.suggestions[i];
  return text + ".";
}

std::string_view issue_type(NotCheckedReason reason) {
  switch (reason) {
    case NotCheckedReason::unrecognised:
      return "code-invalid";
    case NotCheckedReason::ambiguous:
      return "multiple-matches";
    case NotCheckedReason::assumed:
      return "incomplete";
  }
  return "incomplete";
}

void write_report_issues(const RulesInForce& rules, const ClinicalQuestion& asked,
                         const Report& report, OutcomeWriter& outcome) {
  for (const NotChecked& note : report.not_checked)
    outcome.issue(kWarning, issue_type(note.reason), spell_not_checked(asked, note));
  for (const NotCovered& note : report.not_covered) {
    const std::string& name = rules.knowledge().ingredient(note.ingredient).name;
    const std::string what = note.position
                                 ? called(asked.references[*note.position], name)
                                 : "the allergy to " + name;
    outcome.issue(kWarning, "not-supported",
                  "Not covered: no rule in force speaks of " + what + ".");
  }
}

}  // namespace

void write_check_outcome(const RulesInForce& rules, const ClinicalQuestion& asked,
                         const Report& report, const Problems& problems,
                         std::string_view day, JsonWriter& json) {
  OutcomeWriter outcome(json);
  if (const std::string warning = expiry_warning(rules, day); !warning.empty())
    outcome.issue(kWarning, "business-rule", warning);
  outcome.issue(kInformation, "informational", spell_checked(rules, asked, report));
  if (asked.question.medications.empty())
    outcome.issue(kWarning, "incomplete", "No medication was found that is being taken.");
  write_report_issues(rules, asked, report, outcome);
  outcome.problems(kWarning, "structure", problems);
  for (const LeftOut& left : asked.left_out)
    outcome.issue(
        kInformation, "business-rule",
        "Left out: " + called(left.reference, left.text) + " (" + left.reason + ").");
  for (const auto& [type, number] : asked.other_types)
    outcome.issue(kInformation, "not-supported",
                  "Not read: " + count(number, "resource") + " of type " + type + ".");
  outcome.finish();
}

std::string refusal_outcome(std::string_view code, std::string_view detail,
                            const Problems& problems) {
  std::string body;
  JsonWriter json(body);
  OutcomeWriter outcome(json);
  outcome.issue("error", code, detail);
  outcome.problems("error", code, problems);
  outcome.finish();
  return body;
}

std::string fhir_path(std::string_view pointer) {
  std::string path;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    const std::string step(pointer.substr(0, end));
    pointer.remove_prefix(end);
    if (is_number(step))
      path += "[" + step + "]";
    else
      path += (path.empty() ? "" : ".") + step;
  }
  return path;
}

}  // namespace crosscheck
