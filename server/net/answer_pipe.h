// An answer on its way from a worker to the loop that sends it.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "net/turns.h"

namespace crosscheck {

/// A worker writes, a loop takes.  The worker waits while kMost bytes have not been
/// taken, and lets others work meanwhile; so an answer that is made piece by piece is
/// never in memory as a whole.
///
/// Thread safety: one thread writes, another takes.  Lifetime: borrows the turns, of
/// which the writer has one.
class AnswerPipe {
 public:
  static constexpr std::size_t kMost = 256 * 1024;

  /// `wake` is called, on the thread of the worker, when there is something to take
  /// where there was nothing.
  AnswerPipe(Turns& turns, std::function<void()> wake)
      : turns_(turns), wake_(std::move(wake)) {}

  /// False: nobody takes it any more; there is no use in going on.
  bool write(std::string_view bytes);
  /// After the last byte; `whole`: nothing is missing.
  void end(bool whole);

  enum class State { open, ended, broken };
  /// Moves what there is to `output`, which is empty.
  State take(std::string& output);
  /// The client is gone.
  void abandon();

 private:
  bool write_piece(std::string_view bytes);

  Turns& turns_;
  const std::function<void()> wake_;
  std::mutex guard_;  // Guards the rest.
  std::condition_variable taken_;
  std::string bytes_;
  State state_ = State::open;
  bool abandoned_ = false;
};

}  // namespace crosscheck
