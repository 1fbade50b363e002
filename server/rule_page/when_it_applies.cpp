#include "rule_page/when_it_applies.h"

namespace crosscheck {
namespace {

// Without zeros at the end.
std::string plain(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string conditions_of(const KnowledgeBase& knowledge, const Precaution& rule) {
  std::string text;
  for (const std::string& key : rule.conditions)
    text += (text.empty() ? "" : ", or ") + knowledge.find_condition(key)->name;
  return text;
}

}  // namespace

std::string ages(const AgeRange& age) {
  std::string text;
  if (age.from) text = "from " + plain(*age.from) + " years on";
  if (age.below)
    text += (text.empty() ? "below " : ", below ") + plain(*age.below) + " years";
  return text;
}

std::string when_it_applies(const KnowledgeBase& knowledge, const Precaution& rule) {
  switch (rule.kind) {
    case PrecautionKind::condition:
      return conditions_of(knowledge, rule);
    case PrecautionKind::age:
      return rule.age ? ages(*rule.age) : "";
    case PrecautionKind::dose:
      return rule.daily_dose
                 ? "more than " + plain(rule.daily_dose->above_mg) + " mg a day"
                 : "";
    case PrecautionKind::pregnancy:
      return "pregnancy";
    case PrecautionKind::breastfeeding:
      return "breastfeeding";
    case PrecautionKind::allergy:
      return "an allergy to the drug";
    case PrecautionKind::abrupt_stop:
      return "the drug is to be stopped at once";
    case PrecautionKind::route:
      return "the route by which the drug is given";
    case PrecautionKind::laboratory:
      return "laboratory tests, for everybody who takes the drug";
    case PrecautionKind::activity:
      return "everyday activities, for everybody who takes the drug";
  }
  return "";
}

}  // namespace crosscheck
