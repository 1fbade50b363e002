// What was shown to whom, so that it need not be shown again at once.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "cds/card.h"

namespace crosscheck {

/// The cards shown at order-select, by clinician, patient and encounter, rules and
/// drugs (PDDI-CDS, where a client asks for it).  In memory only, for a day, and the
/// oldest go when there are too many: then a card is shown again, which is the mild
/// fault.
///
/// Thread safety: any thread may call any method.
class RepeatedAlerts {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit RepeatedAlerts(std::size_t most = 20'000) : most_(most) {}

  void remember(std::string_view scene, const std::vector<Card>& cards, Time now);

  /// Takes out of `cards` those that were shown in this scene, and returns how many.
  /// Contraindications stay, and what says that something was not checked.
  std::size_t remove_repeated(std::string_view scene, std::vector<Card>& cards, Time now);

 private:
  void forget(Time now);

  const std::size_t most_;
  std::mutex guard_;  // Guards the rest.
  std::unordered_set<std::string> shown_;
  std::deque<std::pair<Time, std::string>> by_age_;  // oldest first
};

}  // namespace crosscheck
