#include "check/alert_words.h"

#include <algorithm>

#include "check/wording.h"

namespace crosscheck {
namespace {

std::vector<const ClinicalEffect*> find_effects(
    const KnowledgeBase& knowledge, const std::vector<std::string_view>& keys) {
  std::vector<const ClinicalEffect*> effects;
  for (const std::string_view key : keys) effects.push_back(knowledge.find_effect(key));
  return effects;
}

// What is not known to happen stands in the list of effects, not in the sentence.
void append_sentences(const std::vector<const ClinicalEffect*>& effects,
                      std::string& text) {
  std::string_view separator = ": ";
  for (const ClinicalEffect* effect : effects) {
    if (effect->key == kNoEffectStated) continue;
    text += separator;
    text += effect->consumer;
    separator = " ";
  }
}

template <typename Alert, typename Rule>
AlertWords words(Audience audience, const KnowledgeBase& knowledge, const Alert& alert,
                 const Rule& worst, const std::vector<std::string_view>& keys) {
  const auto effects = find_effects(knowledge, keys);
  const bool plain = audience == Audience::consumer && !worst.consumer.empty() &&
                     std::none_of(effects.begin(), effects.end(), [](const auto* effect) {
                       return effect->consumer.empty();
                     });
  AlertWords words;
  for (const ClinicalEffect* effect : effects)
    words.effects.push_back(plain ? effect->consumer : effect->name);
  if (!plain) {
    words.summary = summary(knowledge, alert);
    words.management = worst.management;
    return words;
  }
  words.wording = Audience::consumer;
  words.summary = subject(knowledge, alert);
  append_sentences(effects, words.summary);
  words.management = worst.consumer;
  return words;
}

}  // namespace

AlertWords words_for(Audience audience, const KnowledgeBase& knowledge,
                     const InteractionAlert& alert) {
  return words(audience, knowledge, alert, *alert.rules.front(), effects_of(alert));
}

AlertWords words_for(Audience audience, const KnowledgeBase& knowledge,
                     const PrecautionAlert& alert) {
  return words(audience, knowledge, alert, *alert.rules.front(), effects_of(alert));
}

AlertWords words_for(Audience audience, const KnowledgeBase& knowledge,
                     const CumulativeAlert& alert) {
  return words(audience, knowledge, alert, *alert.effect, {alert.effect->effect});
}

}  // namespace crosscheck
