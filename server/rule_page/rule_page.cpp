#include "rule_page/rule_page.h"

#include "check/wording.h"
#include "rule_page/evidence_list.h"
#include "rule_page/page_frame.h"
#include "rule_page/participant_list.h"
#include "rule_page/when_it_applies.h"

namespace crosscheck {
namespace {

constexpr std::string_view kRoot = "..";

// What stands before the effects: "baclofen with MAO inhibitors".
std::string title_of(const std::string& summary) {
  return summary.substr(0, summary.find(": "));
}

std::string title_of(const KnowledgeBase& knowledge, const AnyRule& rule) {
  return std::visit(
      [&](const auto& found) -> std::string {
        if constexpr (std::is_pointer_v<std::decay_t<decltype(found)>>)
          return title_of(summary(knowledge, *found));
        else
          return {};
      },
      rule);
}

class RulePage {
 public:
  RulePage(const RulesInForce& rules, const AnyRule& rule, std::string_view today)
      : rules_(rules),
        knowledge_(rules.knowledge()),
        frame_(rules, title_of(rules.knowledge(), rule), kRoot, today),
        html_(frame_.html()) {}

  void operator()(std::monostate) {}

  void operator()(const Interaction* rule) {
    write_statement(*rule);
    if (rule->onset)
      write_section("How soon", *rule->onset == Onset::rapid ? "Within a day."
                                                             : "After days or weeks.");
    write_participants({&rule->between[0], &rule->between[1]});
    write_end(rule->id, rule->evidence);
  }

  void operator()(const Precaution* rule) {
    write_statement(*rule);
    write_section("When it applies", when_it_applies(knowledge_, *rule));
    write_participants({&rule->of});
    write_end(rule->id, rule->evidence);
  }

  void operator()(const CumulativeEffect* rule) {
    html_.open("p", {{"class", "mark"}});
    write_severity_mark(rule->major_from ? Severity::major : Severity::moderate, html_);
    html_.text(" at worst, by the total of all drugs of a list");
    html_.close();
    write_effects({rule->effect});
    write_advice(rule->management, rule->consumer, {rule->effect});
    write_section("How it adds up", limits_of(*rule));
    const Pack& pack = knowledge_.pack_of(rule->id);
    for (const Contributor& contributor : rule->contributors) {
      write_participant(knowledge_, contributor.of, frame_);
      html_.element("p", "Adds " + std::to_string(contributor.amount) + " of 3.");
      write_evidence_list(knowledge_, pack, contributor.evidence, html_);
    }
    write_end(rule->id, rule->evidence);
  }

  std::string finish() { return frame_.finish(); }

 private:
  void write_section(std::string_view heading, std::string_view text) {
    if (text.empty()) return;
    html_.element("h2", heading);
    html_.element("p", text);
  }

  void write_statement(const Statement& rule) {
    html_.open("p", {{"class", "mark"}});
    write_severity_mark(rule.severity, html_);
    html_.text(rule.interruptive ? " may interrupt a prescriber"
                                 : " shown beside the prescriber's work");
    html_.close();
    if (rule.local) html_.element("p", local_change(rule), {{"class", "warning"}});
    write_effects(rule.effects);
    write_advice(rule.management, rule.consumer, rule.effects);
    write_section("Why", rule.mechanism);
  }

  void write_effects(const std::vector<std::string>& effects) {
    if (effects.empty()) return;
    html_.element("h2", "What may happen");
    html_.open("ul");
    for (const std::string& key : effects)
      html_.element("li", knowledge_.find_effect(key)->name);
    html_.close();
  }

  void write_advice(const std::string& management, const std::string& consumer,
                    const std::vector<std::string>& effects) {
    write_section("What to do", management);
    if (consumer.empty()) return;
    html_.open("section", {{"class", "consumer"}});
    html_.element("h2", "For the patient, in plain words");
    std::string text;
    for (const std::string& key : effects) {
      const std::string& sentence = knowledge_.find_effect(key)->consumer;
      if (!sentence.empty()) text += (text.empty() ? "" : " ") + sentence;
    }
    if (!text.empty()) html_.element("p", text);
    html_.element("p", consumer);
    html_.close();
  }

  void write_participants(const std::vector<const Participant*>& participants) {
    html_.element("h2", "Which drugs");
    for (const Participant* participant : participants)
      write_participant(knowledge_, *participant, frame_);
  }

  std::string limits_of(const CumulativeEffect& rule) const {
    std::string text = rule.summation == Summation::sum
                           ? "What each drug adds is summed."
                           : "The drug that adds most decides.";
    if (rule.moderate_from)
      text += " Moderate from " + std::to_string(*rule.moderate_from) + ".";
    if (rule.major_from) text += " Major from " + std::to_string(*rule.major_from) + ".";
    if (rule.age) text += " For patients " + ages(*rule.age) + ".";
    return text;
  }

  void write_end(const std::string& id, const std::vector<Evidence>& evidence) {
    const Pack& pack = knowledge_.pack_of(id);
    html_.element("h2", "Who says so");
    write_evidence_list(knowledge_, pack, evidence, html_);
    html_.element("h2", "This rule");
    html_.open("dl");
    write_fact("Rule", id);
    write_fact("Pack", pack.title + " (" + pack.id + " " + pack.version + ")");
    write_fact("Reviewed by", pack.reviewed_by + ", " + pack.reviewed_on);
    html_.element("dt", "For programs");
    html_.open("dd");
    const std::string path = "v1/rules/" + id;
    html_.element("a", "/" + path, {{"href", frame_.link(path)}});
    html_.close();
    html_.close();
  }

  void write_fact(std::string_view name, std::string_view value) {
    html_.element("dt", name);
    html_.element("dd", value);
  }

  const RulesInForce& rules_;
  const KnowledgeBase& knowledge_;
  PageFrame frame_;
  HtmlWriter& html_;
};

}  // namespace

std::string write_rule_page(const RulesInForce& rules, const AnyRule& rule,
                            std::string_view today) {
  RulePage page(rules, rule, today);
  std::visit(page, rule);
  return page.finish();
}

std::string write_missing_rule_page(const RulesInForce& rules, std::string_view id,
                                    std::string_view today) {
  PageFrame frame(rules, "No such rule", kRoot, today);
  frame.html().element("p",
                       "No rule in force has the id “" + std::string(id) +
                           "”. It may have been withdrawn, or the address is wrong.");
  return frame.finish();
}

}  // namespace crosscheck
