// What became of the cards: kept for good, and counted.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "feedback/feedback_database.h"
#include "json/problem.h"

namespace crosscheck {

/// What the store tells of itself.  Called from any thread; must not wait.
struct FeedbackWatch {
  enum class Event { kept, repeated, refused, shown, dropped };
  std::function<void(Event, std::size_t)> count;
  /// The database failed, or works again; nothing of a report is in the text.
  std::function<void(std::string_view)> tell;
};

/// One thread writes; others hand over, and never wait for the disk for longer than
/// kLongestWait.  After a failure nobody waits at all until kPause is over.
///
/// Thread safety: any thread may call any method.
class FeedbackStore {
 public:
  static constexpr std::size_t kMostShown = 10'000;  ///< Cards, waiting to be noted.
  static constexpr std::size_t kMostReports = 64;    ///< Calls of keep(), waiting.
  static constexpr std::chrono::seconds kLongestWait{2};
  static constexpr std::chrono::seconds kPause{2};

  /// Null where the database cannot be used, and then a problem says why.
  static std::unique_ptr<FeedbackStore> open(const std::string& address,
                                             FeedbackWatch watch, Problems& problems);
  FeedbackStore(std::string address, FeedbackWatch watch, FeedbackDatabase database);
  /// Notes what waits, if that can be done at once.
  ~FeedbackStore();

  /// Which rules the cards show that are being answered.  Does not wait: when too many
  /// are waiting, the cards are dropped, and counted as that.
  void note_shown(std::vector<ShownCard> cards);

  /// True: all of it is on the disk, once, however often it is reported.  False: it
  /// may be or not; to be reported again.
  bool keep(std::string service, std::vector<Outcome> outcomes);

  /// None: the database failed.  Takes time in the number of rows.
  std::optional<FeedbackSummary> summary();

 private:
  enum class State { waiting, kept, failed };
  struct Report {
    std::string service;
    std::vector<Outcome> outcomes;
    State state = State::waiting;
  };
  using Reports = std::vector<std::shared_ptr<Report>>;

  void write_until_stop();
  void write(Reports reports);
  void write(std::vector<ShownCard> cards);
  template <typename Act>
  bool try_to(Act act);

  const std::string address_;
  const FeedbackWatch watch_;
  std::optional<FeedbackDatabase> database_;  // Of the writing thread; none: failed.
  bool is_failing_ = false;                   // The same; what was last told.

  std::mutex guard_;  // Guards the rest.
  std::condition_variable handed_over_;
  std::condition_variable written_;
  Reports reports_;
  std::deque<ShownCard> shown_;
  bool late_ = false;  // The writer keeps somebody waiting too long.
  std::chrono::steady_clock::time_point next_try_;
  bool stopping_ = false;
  std::thread writer_;
};

}  // namespace crosscheck
