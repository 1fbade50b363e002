#include "fhir/check_answer.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "check/wording.h"
#include "fhir/issue_code.h"
#include "fhir/outcome_writer.h"
#include "json/json_writer.h"

namespace crosscheck {
namespace {

/// What all findings have in common.
struct Finding {
  IssueCode code;
  std::optional<Severity> severity;
  std::vector<std::size_t> medications;
  std::string summary;
  bool assumed = false;
  std::string management;
  std::vector<const Statement*> rules;
};

class CheckAnswerWriter {
 public:
  CheckAnswerWriter(const RulesInForce& rules, const ClinicalQuestion& asked,
                    std::string_view instant, JsonWriter& json)
      : rules_(rules), asked_(asked), instant_(instant), json_(json) {}

  void write(const Report& report, const Problems& problems) {
    json_.begin_object();
    json_.member("resourceType", std::string_view("Bundle"));
    write_tag();
    json_.member("type", std::string_view("collection"));
    json_.member("timestamp", instant_);
    json_.begin_array("entry");
    write_findings(report);
    json_.begin_object();
    json_.key("resource");
    write_check_outcome(rules_, asked_, report, problems, instant_.substr(0, 10), json_);
    json_.end_object();
    json_.end_array();
    json_.end_object();
  }

 private:
  void write_tag() {
    json_.begin_object("meta");
    json_.begin_array("tag");
    json_.begin_object();
    json_.member("system", std::string_view("urn:crosscheck:rules"));
    json_.member("code", rules_.version());
    json_.member("display", rules_.digest());
    json_.end_object();
    json_.end_array();
    json_.end_object();
  }

  void write_findings(const Report& report) {
    const KnowledgeBase& knowledge = rules_.knowledge();
    for (const InteractionAlert& alert : report.interactions)
      write(Finding{kDrugInteraction,
                    alert.severity,
                    {alert.first.position, alert.second.position},
                    summary(knowledge, alert),
                    alert.assumed,
                    alert.rules.front()->management,
                    {alert.rules.begin(), alert.rules.end()}});
    for (const PrecautionAlert& alert : report.precautions)
      write(Finding{issue_code(alert.kind),
                    alert.severity,
                    alert.medications,
                    summary(knowledge, alert),
                    alert.assumed,
                    alert.rules.front()->management,
                    {alert.rules.begin(), alert.rules.end()}});
    for (const CumulativeAlert& alert : report.cumulative_effects)
      write(cumulative_finding(alert));
    for (const Duplicate& duplicate : report.duplicates)
      write(Finding{kDuplicateTherapy,
                    std::nullopt,
                    duplicate.medications,
                    summary(knowledge, duplicate),
                    false,
                    "",
                    {}});
  }

  Finding cumulative_finding(const CumulativeAlert& alert) {
    cumulative_ = {};
    cumulative_.id = alert.effect->id;
    for (const Contribution& contribution : alert.contributions)
      cumulative_.evidence.insert(cumulative_.evidence.end(),
                                  contribution.by->evidence.begin(),
                                  contribution.by->evidence.end());
    return {kDrugInteraction,  alert.severity,
            alert.medications, summary(rules_.knowledge(), alert),
            alert.assumed,     alert.effect->management,
            {&cumulative_}};
  }

  void write(const Finding& finding) {
    json_.begin_object();
    json_.begin_object("resource");
    json_.member("resourceType", std::string_view("DetectedIssue"));
    json_.member("status", std::string_view("final"));
    write_code(finding.code);
    if (finding.severity) json_.member("severity", issue_severity(*finding.severity));
    if (!asked_.patient.empty()) {
      json_.begin_object("patient");
      json_.member("reference", asked_.patient);
      json_.end_object();
    }
    json_.member("identifiedDateTime", instant_);
    write_implicated(finding.medications);
    write_evidence(finding.rules);
    json_.member("detail", detail_of(finding));
    if (!finding.rules.empty())
      json_.member("reference", "/v1/rules/" + finding.rules.front()->id);
    write_management(finding.management);
    json_.end_object();
    json_.end_object();
  }

  void write_code(const IssueCode& code) {
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
  void write_implicated(std::vector<std::size_t> positions) {
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    json_.begin_array("implicated");
    for (const std::size_t position : positions) {
      const MedicationEntry& entry = asked_.question.medications[position];
      json_.begin_object();
      if (!asked_.references[position].empty())
        json_.member("reference", asked_.references[position]);
      json_.member("display", words_of(entry.text, entry.codings));
      json_.end_object();
    }
    json_.end_array();
  }

  void write_evidence(const std::vector<const Statement*>& rules) {
    bool any = false;
    for (const Statement* rule : rules) {
      const Pack& pack = rules_.knowledge().pack_of(rule->id);
      for (const Evidence& evidence : rule->evidence) {
        if (!any) json_.begin_array("evidence");
        any = true;
        json_.begin_object();
        json_.begin_array("code");
        json_.begin_object();
        json_.member("text",
                     rule->id + ": " + evidence.states + " (" +
                         citation(rules_.knowledge().source(pack, evidence), evidence) +
                         ")");
        json_.end_object();
        json_.end_array();
        json_.end_object();
      }
    }
    if (any) json_.end_array();
  }

  std::string detail_of(const Finding& finding) {
    std::string text = finding.summary + ".";
    if (finding.severity) {
      text += " Severity: ";
      text += to_string(*finding.severity);
      text += ".";
    }
    std::string_view before = " Rules: ";
    for (const Statement* rule : finding.rules) {
      text += before;
      text += rule->id;
      before = ", ";
    }
    if (!finding.rules.empty()) text += ".";
    for (const Statement* rule : finding.rules) {
      if (rule->local) text += " " + local_change(*rule) + ".";
    }
    if (finding.assumed) text += " It rests on a name that is not understood for sure.";
    return text;
  }

  void write_management(const std::string& management) {
    if (management.empty()) return;
    json_.begin_array("mitigation");
    json_.begin_object();
    json_.begin_object("action");
    json_.member("text", management);
    json_.end_object();
    json_.end_object();
    json_.end_array();
  }

  const RulesInForce& rules_;
  const ClinicalQuestion& asked_;
  std::string_view instant_;
  JsonWriter& json_;
  Statement cumulative_;  ///< What a cumulative effect has of a rule.
};

}  // namespace

void write_check_answer(const RulesInForce& rules, const ClinicalQuestion& asked,
                        const Report& report, const Problems& problems,
                        std::string_view instant, std::string& out) {
  JsonWriter json(out);
  CheckAnswerWriter(rules, asked, instant, json).write(report, problems);
}

}  // namespace crosscheck
