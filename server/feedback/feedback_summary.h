// What became of the cards, rule by rule.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace crosscheck {

struct RuleFeedback {
  std::int64_t shown = 0;
  std::int64_t accepted = 0;
  std::int64_t overridden = 0;
  /// Overridden ones by (system, code); both "" where no reason was given.
  std::map<std::pair<std::string, std::string>, std::int64_t> reasons;
};

/// Each card counts by its latest outcome, for each of its rules.
struct FeedbackSummary {
  /// By (id of the rule, severity that was shown): a rule that was graded anew
  /// has one for each grade.
  std::map<std::pair<std::string, std::string>, RuleFeedback> rules;
  /// Cards with an outcome of which nobody noted what they showed.
  std::int64_t without_rules = 0;
};

}  // namespace crosscheck
