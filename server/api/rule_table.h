// A rule as text for a terminal.
#pragma once

#include <string>

#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// A rule whole: what it says, of which drugs, and which sources say so.  There
/// must be one.
std::string write_rule_table(const KnowledgeBase& knowledge, const AnyRule& rule);

}  // namespace crosscheck
