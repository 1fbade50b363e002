#include "cds/repeated_alerts.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::chrono::hours kKept{24};

// What makes two cards the same; none for a card that is never left out.
std::string key_of(std::string_view scene, const Card& card) {
  std::string key(scene);
  for (const Card::ShownRule& rule : card.rules) {
    if (rule.severity == Severity::contraindicated) return {};
    key += '\n' + rule.id;
  }
  return card.rules.empty() ? std::string() : key + '\n' + card.drugs;
}

}  // namespace

void RepeatedAlerts::remember(std::string_view scene, const std::vector<Card>& cards,
                              Time now) {
  const std::lock_guard lock(guard_);
  for (const Card& card : cards) {
    std::string key = key_of(scene, card);
    if (key.empty() || !shown_.insert(key).second) continue;
    by_age_.emplace_back(now, std::move(key));
  }
  forget(now);
}

std::size_t RepeatedAlerts::remove_repeated(std::string_view scene,
                                            std::vector<Card>& cards, Time now) {
  const std::lock_guard lock(guard_);
  forget(now);
  return std::erase_if(cards, [&](const Card& card) {
    const std::string key = key_of(scene, card);
    return !key.empty() && shown_.contains(key);
  });
}

void RepeatedAlerts::forget(Time now) {
  while (!by_age_.empty() &&
         (by_age_.size() > most_ || now - by_age_.front().first > kKept)) {
    shown_.erase(by_age_.front().second);
    by_age_.pop_front();
  }
}

}  // namespace crosscheck
