#include "fhir/detected_issue.h"

#include <algorithm>

#include "check/wording.h"
#include "fhir/issue_code.h"

namespace crosscheck {

/// What all kinds of findings have.
struct DetectedIssueWriter::Finding {
  IssueCode code;
  std::optional<Severity> severity;
  std::vector<std::size_t> medications;
  std::string summary;
  bool assumed = false;
  std::string management = {};
  std::vector<const Statement*> rules = {};

  std::string detail() const;
};

std::string DetectedIssueWriter::Finding::detail() const {
  std::string text = summary + ".";
  if (severity) {
    text += " Severity: ";
    text += to_string(*severity);
    text += ".";
  }
  std::string_view before = " Rules: ";
  for (const Statement* rule : rules) {
    text += before;
    text += rule->id;
    before = ", ";
  }
  if (!rules.empty()) text += ".";
  for (const Statement* rule : rules) {
    if (rule->local) text += " " + local_change(*rule) + ".";
  }
  if (assumed) text += " It rests on a name that is not understood for sure.";
  return text;
}

void DetectedIssueWriter::write(const InteractionAlert& alert) {
  write(Finding{kDrugInteraction,
                alert.severity,
                {alert.first.position, alert.second.position},
                summary(scene_.rules.knowledge(), alert),
                alert.assumed,
                alert.rules.front()->management,
                {alert.rules.begin(), alert.rules.end()}});
}

void DetectedIssueWriter::write(const PrecautionAlert& alert) {
  write(Finding{issue_code(alert.kind),
                alert.severity,
                alert.medications,
                summary(scene_.rules.knowledge(), alert),
                alert.assumed,
                alert.rules.front()->management,
                {alert.rules.begin(), alert.rules.end()}});
}

void DetectedIssueWriter::write(const CumulativeAlert& alert) {
  Statement rule;
  rule.id = alert.effect->id;
  for (const Contribution& contribution : alert.contributions)
    rule.evidence.insert(rule.evidence.end(), contribution.by->evidence.begin(),
                         contribution.by->evidence.end());
  write(Finding{kDrugInteraction,
                alert.severity,
                alert.medications,
                summary(scene_.rules.knowledge(), alert),
                alert.assumed,
                alert.effect->management,
                {&rule}});
}

void DetectedIssueWriter::write(const Duplicate& duplicate) {
  write(Finding{kDuplicateTherapy, std::nullopt, duplicate.medications,
                summary(scene_.rules.knowledge(), duplicate)});
}

void DetectedIssueWriter::write(const Finding& finding) {
  json_.begin_object();
  json_.member("resourceType", std::string_view("DetectedIssue"));
  json_.member("status", std::string_view("final"));
  write_code(finding);
  if (finding.severity) json_.member("severity", issue_severity(*finding.severity));
  if (!scene_.patient.empty()) {
    json_.begin_object(scene_.version == FhirVersion::r5 ? "subject" : "patient");
    json_.member("reference", scene_.patient);
    json_.end_object();
  }
  json_.member("identifiedDateTime", scene_.instant);
  write_implicated(finding.medications);
  write_evidence(finding.rules);
  json_.member("detail", finding.detail());
  if (scene_.service && !finding.rules.empty())
    json_.member("reference",
                 std::string(*scene_.service) + "/v1/rules/" + finding.rules.front()->id);
  write_management(finding.management);
  json_.end_object();
}

void DetectedIssueWriter::write_code(const Finding& finding) {
  const IssueCode& code = finding.code;
  json_.begin_object("code");
  if (!code.code.empty()) {
    json_.begin_array("coding");
    json_.begin_object();
    json_.member("system",
                 std::string_view("http://terminology.hl7.org/CodeSystem/v3-ActCode"));
    json_.member("code", code.code);
    json_.member("display", code.display);
    json_.end_object();
    json_.end_array();
  }
  json_.member("text", code.display);
  json_.end_object();
}

// Two drugs of one entry take part through one resource.
void DetectedIssueWriter::write_implicated(std::vector<std::size_t> positions) {
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  json_.begin_array("implicated");
  for (const std::size_t position : positions) {
    const MedicationEntry& entry = scene_.medications[position];
    json_.begin_object();
    if (!scene_.references[position].empty())
      json_.member("reference", scene_.references[position]);
    json_.member("display", words_of(entry.text, entry.codings));
    json_.end_object();
  }
  json_.end_array();
}

void DetectedIssueWriter::write_evidence(const std::vector<const Statement*>& rules) {
  bool any = false;
  for (const Statement* rule : rules) {
    const Pack& pack = scene_.rules.knowledge().pack_of(rule->id);
    for (const Evidence& evidence : rule->evidence) {
      if (!any) json_.begin_array("evidence");
      any = true;
      json_.begin_object();
      json_.begin_array("code");
      json_.begin_object();
      json_.member(
          "text",
          rule->id + ": " + evidence.states + " (" +
              citation(scene_.rules.knowledge().source(pack, evidence), evidence) + ")");
      json_.end_object();
      json_.end_array();
      json_.end_object();
    }
  }
  if (any) json_.end_array();
}

void DetectedIssueWriter::write_management(const std::string& management) {
  if (management.empty()) return;
  json_.begin_array("mitigation");
  json_.begin_object();
  json_.begin_object("action");
  json_.member("text", management);
  json_.end_object();
  json_.end_object();
  json_.end_array();
}

}  // namespace crosscheck
