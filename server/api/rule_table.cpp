#include "api/rule_table.h"

#include "api/text_table.h"
#include "check/wording.h"

namespace crosscheck {
namespace {

template <typename Texts>
std::string joined(const Texts& texts) {
  std::string all;
  for (const auto& text : texts) {
    if (!all.empty()) all += ", ";
    all += text;
  }
  return all;
}

class RuleTable {
 public:
  explicit RuleTable(const KnowledgeBase& knowledge) : knowledge_(knowledge) {}

  void operator()(std::monostate) {}

  void operator()(const Interaction* rule) {
    write_head(*rule);
    for (const Participant& participant : rule->between) write_participant(participant);
    if (rule->onset) table_.paragraph("Onset:      ", to_string(*rule->onset));
    write_statement(*rule);
  }

  void operator()(const Precaution* rule) {
    write_head(*rule);
    write_participant(rule->of);
    write_statement(*rule);
  }

  void operator()(const CumulativeEffect* rule) {
    table_.line(rule->id + "  " + summary(knowledge_, *rule));
    std::string limits = "by " + std::string(to_string(rule->summation));
    if (rule->moderate_from)
      limits += ", moderate from " + std::to_string(*rule->moderate_from);
    if (rule->major_from) limits += ", major from " + std::to_string(*rule->major_from);
    table_.paragraph("Total:      ", limits);
    write_what_to_do(*rule);
    const Pack& pack = knowledge_.pack_of(rule->id);
    write_evidence(pack, rule->evidence);
    for (const Contributor& contributor : rule->contributors) {
      table_.line("\nadds " + std::to_string(contributor.amount));
      write_participant(contributor.of);
      write_evidence(pack, contributor.evidence);
    }
    write_pack(pack);
  }

  std::string take() { return table_.take(); }

 private:
  template <typename Rule>
  void write_head(const Rule& rule) {
    table_.line(upper(to_string(rule.severity)) + "  " + summary(knowledge_, rule));
    table_.paragraph("Rule:       ", rule.id);
    table_.paragraph("Interrupts: ", rule.interruptive ? "yes" : "no");
    if (rule.local) table_.paragraph("Local:      ", local_change(rule));
  }

  template <typename Rule>
  void write_what_to_do(const Rule& rule) {
    table_.paragraph("What to do: ", rule.management);
    if (!rule.consumer.empty()) table_.paragraph("Patients:   ", rule.consumer);
  }

  void write_statement(const Statement& rule) {
    if (!rule.mechanism.empty()) table_.paragraph("Why:        ", rule.mechanism);
    write_what_to_do(rule);
    const Pack& pack = knowledge_.pack_of(rule.id);
    write_evidence(pack, rule.evidence);
    write_pack(pack);
  }

  void write_participant(const Participant& participant) {
    std::vector<std::string_view> names;
    for (const IngredientId id : knowledge_.ingredients_of(participant))
      names.push_back(knowledge_.ingredient(id).name);
    std::string words = joined(names);
    if (participant.kind == Participant::Kind::drug_class)
      words = knowledge_.find_class(participant.key)->name + " (" + participant.key +
              "): " + words;
    if (!participant.except.empty()) words += "; without " + joined(participant.except);
    if (!participant.routes.empty()) words += "; by route " + joined(participant.routes);
    table_.paragraph("Speaks of:  ", words);
  }

  void write_evidence(const Pack& pack, const std::vector<Evidence>& all) {
    for (const Evidence& evidence : all) {
      std::string words = "\"" + evidence.section + "\" states: " + evidence.states;
      if (evidence.severity)
        words += " Grades it " + std::string(to_string(*evidence.severity)) + ".";
      if (evidence.level)
        words += " Holds it for " + std::string(to_string(*evidence.level)) + ".";
      table_.paragraph(
          "Evidence:   ",
          words + " [" + citation(knowledge_.source(pack, evidence), evidence) + "]");
    }
  }

  void write_pack(const Pack& pack) {
    table_.paragraph("Pack:       ", pack.id + " " + pack.version + ", reviewed by " +
                                         pack.reviewed_by + " on " + pack.reviewed_on);
  }

  const KnowledgeBase& knowledge_;
  TextTable table_;
};

}  // namespace

std::string write_rule_table(const KnowledgeBase& knowledge, const AnyRule& rule) {
  RuleTable table(knowledge);
  std::visit(table, rule);
  return table.take();
}

}  // namespace crosscheck
