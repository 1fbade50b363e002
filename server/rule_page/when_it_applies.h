// Which patients and orders a rule is about, in words.
#pragma once

#include <string>

#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// "renal impairment"; "more than 80 mg a day"; "pregnancy".
std::string when_it_applies(const KnowledgeBase& knowledge, const Precaution& rule);

/// "from 65 years on"; "below 12 years".
std::string ages(const AgeRange& age);

}  // namespace crosscheck
