// The sentences that every rendering of a report shares.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/question.h"
#include "check/report.h"
#include "check/rules_in_force.h"
#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// The key that stands for an effect that no source states.
inline constexpr std::string_view kNoEffectStated = "not-stated";

/// What an alert is about: "baclofen with phenelzine"; "baclofen, renal impairment";
/// "baclofen, diazepam and morphine add up".
std::string subject(const KnowledgeBase& knowledge, const InteractionAlert& alert);
std::string subject(const KnowledgeBase& knowledge, const PrecautionAlert& alert);
std::string subject(const KnowledgeBase& knowledge, const CumulativeAlert& alert);

/// "baclofen with phenelzine: CNS depression, hypotension"
std::string summary(const KnowledgeBase& knowledge, const InteractionAlert& alert);

/// "baclofen, renal impairment: accumulation"
std::string summary(const KnowledgeBase& knowledge, const PrecautionAlert& alert);

/// "baclofen is in 2 entries of the list"; "diazepam and lorazepam are both
/// benzodiazepines"
std::string summary(const KnowledgeBase& knowledge, const Duplicate& duplicate);

/// "baclofen, diazepam and morphine add up: CNS depression"
std::string summary(const KnowledgeBase& knowledge, const CumulativeAlert& alert);

/// "several drugs add up: CNS depression"
std::string summary(const KnowledgeBase& knowledge, const CumulativeEffect& rule);

/// "baclofen with MAO inhibitors: CNS depression, hypotension"
std::string summary(const KnowledgeBase& knowledge, const Interaction& rule);

/// "baclofen, renal impairment: accumulation"; "baclofen, pregnancy: …"
std::string summary(const KnowledgeBase& knowledge, const Precaution& rule);

/// "FDA. Xanax, label. 7.1 Opioids. 2023-01. https://…", as far as it is known.
std::string citation(const Source& source, const Evidence& evidence);

/// "maoi-ssri is contraindicated in its pack, major here: … (author, date)"; of a
/// rule that a local policy changed.
std::string local_change(const Statement& rule);

/// Keys of all effects of the rules, worst rule first, each once; the key that
/// says "no effect stated" only where no rule states one.
std::vector<std::string_view> effects_of(const InteractionAlert& alert);
std::vector<std::string_view> effects_of(const PrecautionAlert& alert);

/// Whether its advice is not to take the two together: it begins with such a word.
bool advises_against(const Interaction& rule);

/// What no answer may be read without: what it is not, and what the rules in
/// force speak of at all.
std::string notice(const KnowledgeBase& knowledge,
                   Audience audience = Audience::professional);

/// What an answer of `day`, an ISO 8601 date, must say first: that the rules no
/// longer hold.  "" while they do.
std::string expiry_warning(const RulesInForce& rules, std::string_view day);

}  // namespace crosscheck
