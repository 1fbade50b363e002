// A slow, obviously correct way to find interactions, to hold the fast one against.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "check/medication.h"
#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// Lines "first second severity rule", one for each rule that speaks of two
/// entries of the list, found by asking every rule of every pack about every
/// two ingredients.  Severity is that of the whole pair of entries.
std::set<std::string> interactions_by_brute_force(const KnowledgeBase& knowledge,
                                                  const std::vector<Medication>& list);

}  // namespace crosscheck
