#include "api/report_table.h"

#include <algorithm>
#include <string_view>

#include "api/text_table.h"
#include "check/alert_words.h"
#include "check/wording.h"
#include "knowledge/day.h"
#include "naming/visible_text.h"

namespace crosscheck {
namespace {

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

class ReportTable {
 public:
  ReportTable(const RulesInForce& rules, const Question& question, const Report& report)
      : rules_(rules),
        knowledge_(rules.knowledge()),
        question_(question),
        report_(report) {}

  std::string write() {
    write_expiry();
    write_medications();
    write_not_checked();
    write_alerts();
    write_duplicates();
    write_not_covered();
    write_closing();
    return table_.take();
  }

 private:
  std::string entry(std::size_t position) const {
    const MedicationEntry& medication = question_.medications[position];
    return visible(words_of(medication.text, medication.codings));
  }

  // Positions are counted from 1 here, as people count.
  std::string entries(const std::vector<std::size_t>& positions) const {
    std::string all;
    for (const std::size_t position : positions)
      all += (all.empty() ? "" : " + ") + ("[" + std::to_string(position + 1) + "] ") +
             entry(position);
    return all;
  }

  void write_expiry() {
    const std::string warning = expiry_warning(rules_, today());
    if (warning.empty()) return;
    table_.paragraph("", warning);
    table_.line("");
  }

  void write_medications() {
    table_.line("MEDICATIONS");
    if (report_.medications.empty()) table_.paragraph("", "none given");
    for (std::size_t i = 0; i < report_.medications.size(); ++i) {
      const Recognition& recognition = report_.medications[i];
      std::vector<std::string> names;
      for (const auto& part : recognition.parts) {
        for (const IngredientId id : part)
          names.push_back(knowledge_.ingredient(id).name);
      }
      const std::string meaning = names.empty() ? "not recognised" : joined(names);
      table_.paragraph("[" + std::to_string(i + 1) + "] ",
                       entry(i) + "  =  " + meaning + " (" +
                           std::string(to_string(recognition.recognised)) + ")");
    }
  }

  void write_not_checked() {
    if (report_.not_checked.empty()) return;
    table_.line("\nNOT CHECKED, OR NOT FOR SURE");
    for (const NotChecked& note : report_.not_checked) {
      std::string label = "condition: ";
      if (note.subject == NotChecked::Subject::medication)
        label = "[" + std::to_string(note.position + 1) + "] ";
      else if (note.subject == NotChecked::Subject::allergy)
        label = "allergy: ";
      std::string words = visible(note.text) + ": " + std::string(to_string(note.reason));
      if (!note.suggestions.empty()) {
        words += note.reason == NotCheckedReason::unrecognised ? "; did you mean "
                                                               : "; taken as ";
        words += joined(note.suggestions) + "?";
      }
      table_.paragraph(label, words);
    }
  }

  template <typename Alert>
  void write_alert(const Alert& alert, const std::vector<std::size_t>& positions) {
    const AlertWords words = words_for(question_.audience, knowledge_, alert);
    table_.line("\n" + upper(to_string(alert.severity)) + "  " + words.summary +
                (alert.assumed ? "  (ASSUMED: confirm the name)" : ""));
    table_.paragraph("Entries:    ", entries(positions));
    table_.paragraph("What to do: ", words.management);
    for (const auto* rule : alert.rules) {
      if (rule->local) table_.paragraph("Local:      ", local_change(*rule));
    }
    std::vector<std::string> reasons, sources;
    for (const auto* rule : alert.rules) {
      if (!rule->mechanism.empty()) add_once(reasons, rule->mechanism);
      for (const Evidence& evidence : rule->evidence) add_once(sources, evidence.source);
    }
    for (const std::string& reason : reasons) table_.paragraph("Why:        ", reason);
    std::vector<std::string> ids;
    for (const auto* rule : alert.rules) ids.push_back(rule->id);
    table_.paragraph("Rules:      ", joined(ids) + " (sources " + joined(sources) + ")");
  }

  void write_cumulative(const CumulativeAlert& alert) {
    const AlertWords words = words_for(question_.audience, knowledge_, alert);
    table_.line("\n" + upper(to_string(alert.severity)) + "  " + words.summary +
                (alert.assumed ? "  (ASSUMED: confirm the name)" : ""));
    table_.paragraph("Entries:    ", entries(alert.medications));
    table_.paragraph("What to do: ", words.management);
    std::vector<std::string> sources;
    for (const Evidence& evidence : alert.effect->evidence)
      add_once(sources, evidence.source);
    table_.paragraph("Rules:      ",
                     alert.effect->id + " (sources " + joined(sources) + ")");
  }

  void write_alerts() {
    for (const auto& [severity, token] : kSeverityTokens) {
      for (const InteractionAlert& alert : report_.interactions) {
        if (alert.severity == severity)
          write_alert(alert, {alert.first.position, alert.second.position});
      }
      for (const PrecautionAlert& alert : report_.precautions) {
        if (alert.severity == severity) write_alert(alert, alert.medications);
      }
      for (const CumulativeAlert& alert : report_.cumulative_effects) {
        if (alert.severity == severity) write_cumulative(alert);
      }
    }
  }

  void write_duplicates() {
    for (const Duplicate& duplicate : report_.duplicates) {
      table_.line("\nDUPLICATE  " + summary(knowledge_, duplicate));
      table_.paragraph("Entries:    ", entries(duplicate.medications));
    }
  }

  void write_not_covered() {
    if (report_.not_covered.empty()) return;
    table_.line(
        "\nNOT COVERED: no rule in force speaks of these, so silence about them means nothing");
    for (const NotCovered& note : report_.not_covered) {
      const std::string& name = knowledge_.ingredient(note.ingredient).name;
      if (note.position)
        table_.paragraph("[" + std::to_string(*note.position + 1) + "] ", name);
      else
        table_.paragraph("allergy: ", name);
    }
  }

  void write_closing() {
    const bool quiet = report_.interactions.empty() && report_.precautions.empty() &&
                       report_.cumulative_effects.empty() && report_.hidden == 0;
    if (quiet)
      table_.line("\nNo interaction known in rules " + rules_.version() +
                  (report_.complete() ? "." : ", but not all of the list was checked."));
    if (report_.hidden > 0)
      table_.line("\nLeft out, less severe than asked for: " +
                  std::to_string(report_.hidden));
    std::string packs;
    for (const Pack& pack : knowledge_.packs())
      packs += (packs.empty() ? "" : ", ") + pack.id + " " + pack.version;
    table_.line("\nRules " + rules_.version() + " of " + rules_.date());
    table_.paragraph("", packs);
    table_.paragraph("", notice(knowledge_, question_.audience));
  }

  const RulesInForce& rules_;
  const KnowledgeBase& knowledge_;
  const Question& question_;
  const Report& report_;
  TextTable table_;
};

}  // namespace

std::string write_report_table(const RulesInForce& rules, const Question& question,
                               const Report& report) {
  return ReportTable(rules, question, report).write();
}

}  // namespace crosscheck
