#include "rule_page/rule_index.h"

#include "check/wording.h"
#include "rule_page/page_frame.h"

namespace crosscheck {
namespace {

class RuleIndex {
 public:
  RuleIndex(const RulesInForce& rules, std::string_view today)
      : knowledge_(rules.knowledge()),
        frame_(rules, "All rules", ".", today),
        html_(frame_.html()) {}

  std::string write() {
    html_.open("nav", {{"aria-label", "Packs"}});
    html_.open("ul");
    for (const Pack& pack : knowledge_.packs()) {
      html_.open("li");
      html_.element("a", pack.title, {{"href", "#" + pack.id}});
      html_.close();
    }
    html_.close();
    html_.close();
    for (const Pack& pack : knowledge_.packs()) write_pack(pack);
    return frame_.finish();
  }

 private:
  void write_pack(const Pack& pack) {
    html_.element("h2", pack.title, {{"id", pack.id}});
    html_.element("p", "Pack " + pack.id + " " + pack.version + ", reviewed by " +
                           pack.reviewed_by + ", " + pack.reviewed_on + ".");
    write_rules("Two drugs together", pack.interactions);
    write_rules("A drug and the patient", pack.precautions);
    write_rules("What several drugs add up to", pack.cumulative_effects);
  }

  template <typename Rules>
  void write_rules(std::string_view heading, const Rules& rules) {
    if (rules.empty()) return;
    html_.element("h3", heading);
    html_.open("ul", {{"class", "rules"}});
    for (const auto& rule : rules) {
      html_.open("li");
      write_severity_mark(severity_of(rule), html_);
      html_.text(" ");
      html_.element("a", summary(knowledge_, rule),
                    {{"href", frame_.link("rules/" + rule.id)}});
      html_.close();
    }
    html_.close();
  }

  static Severity severity_of(const Statement& rule) { return rule.severity; }
  static Severity severity_of(const CumulativeEffect& rule) {
    return rule.major_from ? Severity::major : Severity::moderate;
  }

  const KnowledgeBase& knowledge_;
  PageFrame frame_;
  HtmlWriter& html_;
};

}  // namespace

std::string write_rule_index(const RulesInForce& rules, std::string_view today) {
  return RuleIndex(rules, today).write();
}

}  // namespace crosscheck
