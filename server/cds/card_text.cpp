#include "cds/card_text.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "check/wording.h"
#include "naming/visible_text.h"

namespace crosscheck {
namespace {

constexpr std::string_view kNotStated = "not stated by the sources";

std::string capitalised(std::string_view text) {
  std::string word(text);
  word.front() =
      static_cast<char>(std::toupper(static_cast<unsigned char>(word.front())));
  return word;
}

std::string item(std::string_view name, std::string_view text) {
  return "**" + std::string(name) + ":** " +
         std::string(text.empty() ? kNotStated : text) + "\n\n";
}

// "Major: baclofen with phenelzine. Use together with caution."
std::string sentence(Severity severity, std::string_view what,
                     std::string_view management) {
  constexpr std::size_t kLongestNames = 80;
  return shortened(capitalised(to_string(severity)) + ": " +
                       shortened(what, kLongestNames) + ". " + std::string(management),
                   kLongestSummary);
}

// Without the effects, which stand in the detail.
std::string_view before_effects(std::string_view summary) {
  return summary.substr(0, summary.find(": "));
}

template <typename Alert>
std::string effects(const KnowledgeBase& knowledge, const Alert& alert) {
  std::string text;
  for (const std::string_view key : effects_of(alert)) {
    if (key != "not-stated")
      text += (text.empty() ? "" : ", ") + knowledge.find_effect(key)->name;
  }
  return text;
}

}  // namespace

std::string shortened(std::string_view text, std::size_t most) {
  if (length_in_characters(text) <= most) return std::string(text);
  std::size_t end = 0;  // of the first `most - 1` characters
  for (std::size_t left = most - 1; left > 0; --left) {
    do ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
  }
  const std::size_t space = text.find_last_of(' ', end);
  return std::string(text.substr(0, space == std::string_view::npos ? end : space)) + "…";
}

std::string escaped(std::string_view text) {
  static constexpr auto kIsActive = [] {
    std::array<bool, 256> active{};
    for (const unsigned char c : std::string_view("\\`*_{}[]<>#|~&!")) active[c] = true;
    return active;
  }();
  const std::string seen = visible(text);
  std::string out;
  out.reserve(seen.size() + 8);
  for (const char c : seen) {
    if (kIsActive[static_cast<unsigned char>(c)]) out += '\\';
    out += c;
  }
  return out;
}

std::string CardText::summary(const InteractionAlert& alert) const {
  return sentence(alert.severity,
                  before_effects(crosscheck::summary(rules_.knowledge(), alert)),
                  alert.rules.front()->management);
}

std::string CardText::summary(const PrecautionAlert& alert) const {
  return sentence(alert.severity,
                  visible(before_effects(crosscheck::summary(rules_.knowledge(), alert))),
                  alert.rules.front()->management);
}

std::string CardText::summary(const CumulativeAlert& alert) const {
  return sentence(alert.severity, crosscheck::summary(rules_.knowledge(), alert),
                  alert.effect->management);
}

std::string CardText::entry(std::size_t position) const {
  const MedicationEntry& entry = call_.question.medications[position];
  return "**" + escaped(words_of(entry.text, entry.codings)) + "**" +
         (entry.is_new ? " (new order)" : " (current)");
}

std::string CardText::entries(const std::vector<std::size_t>& positions) const {
  std::string text;
  for (const std::size_t position : positions)
    text += (text.empty() ? "" : ", ") + entry(position);
  return text;
}

std::string CardText::confirm(bool assumed) const {
  return assumed ? "**Confirm the name first:** this rests on a name that was corrected "
                   "or has several meanings.\n\n"
                 : "";
}

std::string CardText::evidence(std::string_view rule_id,
                               const std::vector<Evidence>& all) const {
  std::string text;
  const KnowledgeBase& knowledge = rules_.knowledge();
  const Pack& pack = knowledge.pack_of(rule_id);
  for (const Evidence& one : all) {
    text += "- " + escaped(one.states);
    if (one.severity) text += " Graded " + std::string(to_string(*one.severity)) + ".";
    text += " — " + escaped(citation(knowledge.source(pack, one), one)) + "\n";
  }
  return text + "\n";
}

std::string CardText::rule(const Statement& statement) const {
  std::string text = item("Mechanism", escaped(statement.mechanism));
  if (statement.local) text += item("Changed here", escaped(local_change(statement)));
  if (call_.options.show_evidence_support)
    text += item("Evidence", "rule `" + statement.id + "`") +
            evidence(statement.id, statement.evidence);
  return text;
}

std::string CardText::in_force() const {
  return "*Rules " + escaped(rules_.version()) +
         ". Decision support, not a medical device: no finding does not mean no risk.*\n";
}

std::string CardText::detail(const InteractionAlert& alert) const {
  const Interaction& worst = *alert.rules.front();
  std::string text = confirm(alert.assumed);
  text += item("Drugs", entries({alert.first.position, alert.second.position}));
  text += item("Effect", effects(rules_.knowledge(), alert));
  text += item("What to do", escaped(worst.management));
  text += item("Severity", to_string(alert.severity));
  text += item("Onset", worst.onset ? to_string(*worst.onset) : std::string_view());
  for (const Interaction* one : alert.rules) {
    if (one != &worst) text += item("Also", escaped(one->management));
    text += rule(*one);
  }
  text += item("How often both are taken", "") + item("How often it does harm", "");
  return text + in_force();
}

std::string CardText::detail(const PrecautionAlert& alert) const {
  std::string text = confirm(alert.assumed);
  text += item("Drug", entries(alert.medications));
  text += item("Because of", escaped(alert.because));
  text += item("Effect", effects(rules_.knowledge(), alert));
  text += item("What to do", escaped(alert.rules.front()->management));
  text += item("Severity", to_string(alert.severity));
  for (const Precaution* one : alert.rules) text += rule(*one);
  return text + in_force();
}

std::string CardText::detail(const CumulativeAlert& alert) const {
  const KnowledgeBase& knowledge = rules_.knowledge();
  std::string text = confirm(alert.assumed);
  text += item("Drugs", entries(alert.medications));
  text += item("Effect", knowledge.find_effect(alert.effect->effect)->name);
  text += item("What to do", escaped(alert.effect->management));
  text += item("Severity", to_string(alert.severity));
  if (call_.options.show_evidence_support)
    text += item("Evidence", "rule `" + alert.effect->id + "`") +
            evidence(alert.effect->id, alert.effect->evidence);
  return text + in_force();
}

}  // namespace crosscheck
