// What a reload changes.
#pragma once

#include <string>
#include <vector>

#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// Ids of rules, in the order of the packs; local policies are looked at, too.
struct RulesDifference {
  std::vector<std::string> added;
  std::vector<std::string> removed;
  std::vector<std::string> severity_changed;

  bool operator==(const RulesDifference&) const = default;
};

RulesDifference find_difference(const KnowledgeBase& before, const KnowledgeBase& after);

}  // namespace crosscheck
