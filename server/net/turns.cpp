#include "net/turns.h"

namespace crosscheck {

void Turns::take() {
  std::unique_lock lock(guard_);
  const std::uint64_t ticket = next_++;
  changed_.wait(lock, [&] { return free_ > 0 && ticket == served_; });
  --free_;
  ++served_;
  changed_.notify_all();  // another turn may be free
}

void Turns::give_back() {
  const std::lock_guard lock(guard_);
  ++free_;
  changed_.notify_all();
}

void Turns::give_way() {
  {
    const std::lock_guard lock(guard_);
    if (next_ == served_) return;
  }
  give_back();
  take();
}

}  // namespace crosscheck
