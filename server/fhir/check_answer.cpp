#include "fhir/check_answer.h"

#include "fhir/detected_issue.h"
#include "fhir/outcome_writer.h"
#include "json/json_writer.h"

namespace crosscheck {
namespace {

void write_tag(const RulesInForce& rules, JsonWriter& json) {
  json.begin_object("meta");
  json.begin_array("tag");
  json.begin_object();
  json.member("system", std::string_view("urn:crosscheck:rules"));
  json.member("code", rules.version());
  json.member("display", rules.digest());
  json.end_object();
  json.end_array();
  json.end_object();
}

template <typename Findings>
void write_findings(const Findings& findings, DetectedIssueWriter& issue,
                    JsonWriter& json) {
  for (const auto& finding : findings) {
    json.begin_object();
    json.key("resource");
    issue.write(finding);
    json.end_object();
  }
}

}  // namespace

void write_check_answer(const RulesInForce& rules, const ClinicalQuestion& asked,
                        const Report& report, const Problems& problems,
                        const AnswerForm& form, std::string& out) {
  JsonWriter json(out);
  const IssueScene scene{rules,
                         asked.question.medications,
                         asked.references,
                         asked.patient,
                         form.instant,
                         form.version,
                         ""};
  DetectedIssueWriter issue(scene, json);
  json.begin_object();
  json.member("resourceType", std::string_view("Bundle"));
  write_tag(rules, json);
  json.member("type", std::string_view("collection"));
  json.member("timestamp", form.instant);
  json.begin_array("entry");
  write_findings(report.interactions, issue, json);
  write_findings(report.precautions, issue, json);
  write_findings(report.cumulative_effects, issue, json);
  write_findings(report.duplicates, issue, json);
  json.begin_object();
  json.key("resource");
  write_check_outcome(rules, asked, report, problems, form.instant.substr(0, 10), json);
  json.end_object();
  json.end_array();
  json.end_object();
}

}  // namespace crosscheck
