#include "check/wording.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

template <typename Alert>
std::vector<std::string_view> effects_of_rules(const Alert& alert) {
  std::vector<std::string_view> effects;
  for (const auto* rule : alert.rules) {
    for (const std::string& effect : rule->effects) {
      if (std::find(effects.begin(), effects.end(), effect) == effects.end())
        effects.push_back(effect);
    }
  }
  if (effects.size() > 1) std::erase(effects, kNoEffectStated);
  return effects;
}

template <typename Effects>
void append_effects(const KnowledgeBase& knowledge, const Effects& effects,
                    std::string& text) {
  std::string_view separator = ": ";
  for (const auto& effect : effects) {
    if (effect == kNoEffectStated) continue;
    text += separator;
    text += knowledge.find_effect(effect)->name;
    separator = ", ";
  }
}

const std::string& name_of(const KnowledgeBase& knowledge,
                           const Participant& participant) {
  if (participant.kind == Participant::Kind::drug_class)
    return knowledge.find_class(participant.key)->name;
  return knowledge.ingredient(*knowledge.find_ingredient(participant.key)).name;
}

std::string names_of(const KnowledgeBase& knowledge,
                     const std::vector<IngredientId>& ingredients,
                     std::string_view separator) {
  std::string names;
  for (const IngredientId id : ingredients) {
    if (!names.empty()) names += separator;
    names += knowledge.ingredient(id).name;
  }
  return names;
}

// "acetaminophen / oxycodone"; "timolol (ophthalmic)" where little of the drug
// reaches the blood, which whoever reads the alert should weigh.
std::string name_of(const KnowledgeBase& knowledge, const AlertSide& side) {
  std::string name = names_of(knowledge, side.ingredients, " / ");
  const Route* route = knowledge.find_route(side.route);
  if (route != nullptr && route->local) name += " (" + route->name + ")";
  return name;
}

// "laboratory", "abrupt stop"; for a condition, which one.
std::string cause_of(const KnowledgeBase& knowledge, const Precaution& rule) {
  std::string cause;
  for (const std::string& key : rule.conditions)
    cause += (cause.empty() ? "" : " or ") + knowledge.find_condition(key)->name;
  if (!cause.empty()) return cause;
  cause = to_string(rule.kind);
  std::replace(cause.begin(), cause.end(), '_', ' ');
  return cause;
}

}  // namespace

std::vector<std::string_view> effects_of(const InteractionAlert& alert) {
  return effects_of_rules(alert);
}

std::vector<std::string_view> effects_of(const PrecautionAlert& alert) {
  return effects_of_rules(alert);
}

std::string subject(const KnowledgeBase& knowledge, const InteractionAlert& alert) {
  return name_of(knowledge, alert.first) + " with " + name_of(knowledge, alert.second);
}

std::string subject(const KnowledgeBase& knowledge, const PrecautionAlert& alert) {
  return knowledge.ingredient(alert.ingredient).name + ", " + alert.because;
}

std::string summary(const KnowledgeBase& knowledge, const InteractionAlert& alert) {
  std::string text = subject(knowledge, alert);
  append_effects(knowledge, effects_of(alert), text);
  return text;
}

std::string summary(const KnowledgeBase& knowledge, const PrecautionAlert& alert) {
  std::string text = subject(knowledge, alert);
  append_effects(knowledge, effects_of(alert), text);
  return text;
}

std::string summary(const KnowledgeBase& knowledge, const Duplicate& duplicate) {
  if (duplicate.drug_class != nullptr)
    return names_of(knowledge, duplicate.ingredients, " and ") +
           (duplicate.ingredients.size() == 2 ? " are both " : " are all ") +
           duplicate.drug_class->name;
  return knowledge.ingredient(duplicate.ingredients.front()).name + " is in " +
         std::to_string(duplicate.medications.size()) + " entries of the list";
}

std::string subject(const KnowledgeBase& knowledge, const CumulativeAlert& alert) {
  std::string text;
  for (std::size_t i = 0; i < alert.contributions.size(); ++i) {
    const bool last = i + 1 == alert.contributions.size();
    if (i > 0) text += last ? " and " : ", ";
    text += knowledge.ingredient(alert.contributions[i].ingredient).name;
  }
  return text + " add up";
}

std::string summary(const KnowledgeBase& knowledge, const CumulativeAlert& alert) {
  return subject(knowledge, alert) + ": " +
         knowledge.find_effect(alert.effect->effect)->name;
}

std::string summary(const KnowledgeBase& knowledge, const CumulativeEffect& rule) {
  return "several drugs add up: " + knowledge.find_effect(rule.effect)->name;
}

std::string summary(const KnowledgeBase& knowledge, const Interaction& rule) {
  std::string text = name_of(knowledge, rule.between[0]) + " with " +
                     name_of(knowledge, rule.between[1]);
  append_effects(knowledge, rule.effects, text);
  return text;
}

std::string summary(const KnowledgeBase& knowledge, const Precaution& rule) {
  std::string text = name_of(knowledge, rule.of) + ", " + cause_of(knowledge, rule);
  append_effects(knowledge, rule.effects, text);
  return text;
}

std::string citation(const Source& source, const Evidence& evidence) {
  std::string text;
  for (const std::string* part : {&source.publisher, &source.title, &evidence.section,
                                  &source.date, &source.location}) {
    if (part->empty()) continue;
    if (!text.empty()) text += text.ends_with('?') ? " " : ". ";
    text += *part;
  }
  return text;
}

std::string local_change(const Statement& rule) {
  const LocalChange& local = *rule.local;
  std::string text = rule.id + " is ";
  text += to_string(local.original_severity);
  text += " in its pack, ";
  text += to_string(rule.severity);
  return text + " here: " + local.decision.reason + " (" + local.decision.author + ", " +
         local.decision.date + ")";
}

bool advises_against(const Interaction& rule) {
  static constexpr std::array<std::string_view, 8> kWords{
      "Avoid",   "Do not", "Choose another", "Prefer another", "Stop",
      "Give no", "No ",    "Advise against"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return rule.management.starts_with(word);
  });
}

std::string notice(const KnowledgeBase& knowledge, Audience audience) {
  std::string text =
      audience == Audience::consumer
          ? "Information, not the advice of a doctor. Do not start, stop or change a "
            "medicine because of it: ask your doctor or pharmacist first. The rules in "
            "force speak of: "
          : "Decision support for health professionals, not a medical device. The rules "
            "in force speak of: ";
  std::string_view separator;
  for (const Pack& pack : knowledge.packs()) {
    text += separator;
    text += pack.id;
    separator = ", ";
  }
  return text +
         ". No other pair of drugs was looked at. No finding does not mean no risk, least "
         "of all for entries under not_checked or not_covered.";
}

std::string expiry_warning(const RulesInForce& rules, std::string_view day) {
  if (rules.hold_on(day)) return {};
  return "THE RULES HAVE EXPIRED: they were valid until " + rules.valid_until() +
         ", and what has become known since may be missing.";
}

}  // namespace crosscheck
