#include "net/answer_pipe.h"

namespace crosscheck {

bool AnswerPipe::write(std::string_view bytes) {
  bool was_empty = false;
  {
    std::unique_lock lock(guard_);
    taken_.wait(lock, [this] { return bytes_.size() < kMost || abandoned_; });
    if (abandoned_) return false;
    was_empty = bytes_.empty();
    bytes_.append(bytes);
  }
  if (was_empty) wake_();
  return true;
}

void AnswerPipe::end(bool whole) {
  {
    const std::lock_guard lock(guard_);
    state_ = whole ? State::ended : State::broken;
  }
  wake_();
}

AnswerPipe::State AnswerPipe::take(std::string& output) {
  const std::lock_guard lock(guard_);
  output.swap(bytes_);
  taken_.notify_one();
  return state_;
}

void AnswerPipe::abandon() {
  const std::lock_guard lock(guard_);
  abandoned_ = true;
  taken_.notify_one();
}

}  // namespace crosscheck
