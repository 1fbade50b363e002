#include "feedback/feedback_store.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace crosscheck {
namespace {

constexpr std::size_t kBatch = 500;  // Cards in one transaction.

}  // namespace

std::unique_ptr<FeedbackStore> FeedbackStore::open(const std::string& address,
                                                   FeedbackWatch watch,
                                                   Problems& problems) {
  try {
    FeedbackDatabase database(address);
    database.examine();
    return std::make_unique<FeedbackStore>(address, std::move(watch),
                                           std::move(database));
  } catch (const std::exception& error) {
    problems.push_back({"feedback database", "", FeedbackDatabase::cause(error)});
    return nullptr;
  }
}

FeedbackStore::FeedbackStore(std::string address, FeedbackWatch watch,
                             FeedbackDatabase database)
    : address_(std::move(address)),
      watch_(std::move(watch)),
      database_(std::move(database)),
      writer_([this] { write_until_stop(); }) {}

FeedbackStore::~FeedbackStore() {
  {
    const std::lock_guard lock(guard_);
    stopping_ = true;
  }
  handed_over_.notify_all();
  writer_.join();
}

void FeedbackStore::note_shown(std::vector<ShownCard> cards) {
  std::size_t taken = 0;
  {
    const std::lock_guard lock(guard_);
    taken = std::min(cards.size(), kMostShown - std::min(kMostShown, shown_.size()));
    std::move(cards.begin(), cards.begin() + static_cast<std::ptrdiff_t>(taken),
              std::back_inserter(shown_));
  }
  handed_over_.notify_one();
  if (taken < cards.size())
    watch_.count(FeedbackWatch::Event::dropped, cards.size() - taken);
}

bool FeedbackStore::keep(std::string service, std::vector<Outcome> outcomes) {
  const std::size_t count = outcomes.size();
  const auto report = std::make_shared<Report>();
  report->service = std::move(service);
  report->outcomes = std::move(outcomes);
  std::unique_lock lock(guard_);
  bool kept = false;
  if (!late_ && reports_.size() < kMostReports &&
      std::chrono::steady_clock::now() >= next_try_) {
    reports_.push_back(report);
    handed_over_.notify_one();
    late_ = !written_.wait_for(lock, kLongestWait,
                               [&] { return report->state != State::waiting; });
    kept = report->state == State::kept;
  }
  lock.unlock();
  if (!kept) watch_.count(FeedbackWatch::Event::refused, count);
  return kept;
}

std::optional<FeedbackSummary> FeedbackStore::summary() {
  try {  // A session of its own: the writer does not wait for it.
    return FeedbackDatabase(address_).summary();
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

void FeedbackStore::write_until_stop() {
  std::unique_lock lock(guard_);
  while (true) {
    // After a failure what was shown waits a little; a report does not, for somebody
    // waits for it.
    handed_over_.wait_for(lock, kPause, [this] {
      return stopping_ || !reports_.empty() || (database_ && !shown_.empty());
    });
    if (stopping_ && reports_.empty() && (shown_.empty() || !database_)) return;
    Reports reports = std::exchange(reports_, {});
    const auto batch = std::min(shown_.size(), kBatch);
    std::vector<ShownCard> cards(shown_.begin(),
                                 shown_.begin() + static_cast<std::ptrdiff_t>(batch));
    lock.unlock();
    if (!reports.empty()) write(std::move(reports));
    if (!cards.empty()) write(std::move(cards));
    lock.lock();
  }
}

template <typename Act>
bool FeedbackStore::try_to(Act act) {
  try {
    if (!database_) database_.emplace(address_);
    act(*database_);
    if (std::exchange(is_failing_, false))
      watch_.tell("the feedback database works again");
    return true;
  } catch (const std::exception& error) {
    database_.reset();
    if (!std::exchange(is_failing_, true))
      watch_.tell("the feedback database failed: " + FeedbackDatabase::cause(error));
    const std::lock_guard lock(guard_);
    next_try_ = std::chrono::steady_clock::now() + kPause;
    return false;
  }
}

void FeedbackStore::write(Reports reports) {
  for (const auto& report : reports) {
    std::size_t added = 0;
    const bool kept = try_to([&](FeedbackDatabase& database) {
      added = database.add_outcomes(report->service, report->outcomes);
    });
    {
      const std::lock_guard lock(guard_);
      report->state = kept ? State::kept : State::failed;
      late_ = false;
    }
    written_.notify_all();
    if (!kept) continue;
    watch_.count(FeedbackWatch::Event::kept, added);
    watch_.count(FeedbackWatch::Event::repeated, report->outcomes.size() - added);
  }
}

void FeedbackStore::write(std::vector<ShownCard> cards) {
  const bool noted =
      try_to([&](FeedbackDatabase& database) { database.add_shown(cards); });
  if (!noted) return;  // They are still in the queue.
  {
    const std::lock_guard lock(guard_);
    shown_.erase(shown_.begin(),
                 shown_.begin() + static_cast<std::ptrdiff_t>(cards.size()));
  }
  watch_.count(FeedbackWatch::Event::shown, cards.size());
}

}  // namespace crosscheck
