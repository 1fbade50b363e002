// The feedback of CDS Hooks 2.0 as JSON → outcomes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feedback/outcome.h"
#include "json/problem.h"

namespace crosscheck {

/// Outcomes as they came, in JSON.
struct FeedbackText {
  std::optional<std::vector<Outcome>> outcomes;  ///< None: there are problems.
  bool is_json = false;
  /// What HTTP calls the problems: no JSON, or JSON that is no feedback.
  int status() const { return is_json ? 422 : 400; }
};

/// Reads {"feedback": […]}, at most kMostOutcomes of them.
///
/// Ids are UUIDs, as those of our cards; codes and systems are short and hold no
/// spaces, so that no sentence gets in by them.  A user's comment is allowed, and
/// dropped here; so is every `extension`.
FeedbackText read_feedback_text(std::string_view text, const std::string& source,
                                Problems& problems);
inline constexpr std::size_t kMostOutcomes = 500;

}  // namespace crosscheck
