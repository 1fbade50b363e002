#include "net/answer_pipe.h"

#include <algorithm>

namespace crosscheck {

bool AnswerPipe::write(std::string_view bytes) {
  turns_.give_way();
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kMost, bytes.size()))) {
    if (!write_piece(bytes.substr(0, kMost))) return false;
  }
  return true;
}

bool AnswerPipe::write_piece(std::string_view bytes) {
  const auto has_room = [this] { return bytes_.size() < kMost || abandoned_; };
  std::unique_lock lock(guard_);
  if (!has_room()) {
    turns_.give_back();
    taken_.wait(lock, has_room);
    lock.unlock();  // who has a turn may need it
    turns_.take();
    lock.lock();
  }
  if (abandoned_) return false;
  const bool was_empty = bytes_.empty();
  bytes_.append(bytes);
  lock.unlock();
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
