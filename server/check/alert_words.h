// What an alert tells, in the words of whoever asked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/question.h"
#include "check/report.h"
#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// Lifetime: borrows the knowledge base.
struct AlertWords {
  /// Whose words they are.  Professional for a consumer, too, where the worst rule or
  /// any of the effects has no others: an alert is never told half in one, half in the
  /// other.
  Audience wording = Audience::professional;
  std::string summary;                    ///< Who with whom, and what may happen.
  std::vector<std::string_view> effects;  ///< A text for each effect, in their order.
  std::string_view management;            ///< What to do, by the worst rule.
};

AlertWords words_for(Audience audience, const KnowledgeBase& knowledge,
                     const InteractionAlert& alert);
AlertWords words_for(Audience audience, const KnowledgeBase& knowledge,
                     const PrecautionAlert& alert);
AlertWords words_for(Audience audience, const KnowledgeBase& knowledge,
                     const CumulativeAlert& alert);

}  // namespace crosscheck
