#include "net/event_loop.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>

namespace crosscheck {
namespace {

constexpr std::size_t kEvents = 256;
constexpr std::size_t kAnswers = 16;  // between two looks at the sockets
constexpr std::chrono::milliseconds kSweepEvery{100};

FileDescriptor opened(int number, const char* what) {
  if (number < 0) throw std::system_error(errno, std::generic_category(), what);
  return FileDescriptor(number);
}

bool watch(const FileDescriptor& epoll, int socket, std::uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.fd = socket;
  return ::epoll_ctl(epoll.get(), EPOLL_CTL_ADD, socket, &event) == 0;
}

}  // namespace

EventLoop::EventLoop(const Limits& limits, const AllowanceOf& allowance_of,
                     Answerer& answerer, Workers& workers)
    : limits_(limits),
      allowance_of_(allowance_of),
      answerer_(answerer),
      workers_(workers),
      epoll_(opened(::epoll_create1(EPOLL_CLOEXEC), "epoll")),
      wake_(opened(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), "eventfd")),
      now_(Clock::now()),
      swept_(now_) {
  if (!watch(epoll_, wake_.get(), EPOLLIN))
    throw std::system_error(errno, std::generic_category(), "epoll");
}

void EventLoop::stop() {
  stopping_ = true;
  wake();
}

void EventLoop::wake() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(wake_.get(), &one, sizeof one);
}

void EventLoop::adopt(FileDescriptor socket) {
  {
    const std::lock_guard lock(guard_);
    adopted_.push_back(std::move(socket));
    ++count_;  // before anybody can take it out again
  }
  wake();
}

void EventLoop::run() {
  while (!stopping_ || count_ > 0) {
    wait();
    if (now_ - swept_ >= kSweepEvery || (stopping_ && !told_to_stop_)) try_to_sweep();
    answer_waiting();
  }
}

void EventLoop::try_to_sweep() {
  try {
    sweep();
  } catch (const std::exception&) {
    // No memory: the next round tries again.
  }
}

// A failure, of memory before all, costs one client its connection, and no more.
template <typename Act>
void EventLoop::guarded(int socket, Act act) {
  try {
    act();
  } catch (const std::exception&) {
    const auto found = open_.find(socket);
    if (found != open_.end()) end(*found->second);
  }
}

void EventLoop::wait() {
  std::array<epoll_event, kEvents> events;
  const auto patience = waiting_.empty() ? kSweepEvery : std::chrono::milliseconds(0);
  const int count = ::epoll_wait(epoll_.get(), events.data(), kEvents,
                                 static_cast<int>(patience.count()));
  now_ = Clock::now();
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    if (event.data.fd == wake_.get()) {
      wake_up();
      continue;
    }
    const auto found = open_.find(event.data.fd);
    if (found == open_.end()) continue;  // ended by an event before this one
    if ((event.events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0)
      found->second->may_read((event.events & EPOLLRDHUP) != 0);
    if ((event.events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0)
      found->second->may_write();
    guarded(event.data.fd, [&] { go_on(*found->second); });
  }
}

// Other threads had something for this one.
void EventLoop::wake_up() {
  std::uint64_t count = 0;
  [[maybe_unused]] const ssize_t read = ::read(wake_.get(), &count, sizeof count);
  std::vector<FileDescriptor> fresh;
  std::vector<std::weak_ptr<Connection>> written;
  {
    const std::lock_guard lock(guard_);
    fresh.swap(adopted_);
    written.swap(written_);
  }
  for (FileDescriptor& socket : fresh) open(std::move(socket));
  for (const auto& one : written) {
    if (const auto connection = one.lock())
      guarded(connection->socket(), [&] { go_on(*connection); });
  }
}

void EventLoop::open(FileDescriptor socket) {
  const int number = socket.get();
  try {
    open_[number] = std::make_shared<Connection>(std::move(socket), limits_,
                                                 allowance_of_, answerer_, now_);
  } catch (const std::exception&) {
    open_.erase(number);
    --count_;
    return;
  }
  Connection& connection = *open_.at(number);
  // Edge-triggered: told once when there is something new, so that serving a
  // request takes no further call to epoll.
  if (!watch(epoll_, number, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET))
    return end(connection);
  guarded(number, [&] { go_on(connection); });
}

void EventLoop::go_on(Connection& connection) {
  switch (connection.go_on(now_)) {
    case Connection::Next::wait:
      return;
    case Connection::Next::answer:
      if (waiting_.size() < limits_.waiting)
        return waiting_.push_back(connection.socket());
      connection.turn_away(now_);
      return go_on(connection);
    case Connection::Next::end:
      return end(connection);
  }
}

// Some of them: who comes meanwhile, and is one too many, is to know soon.
void EventLoop::answer_waiting() {
  for (std::size_t left = std::min(waiting_.size(), kAnswers); left > 0; --left) {
    const auto found = open_.find(waiting_.front());
    waiting_.pop_front();
    // The number may be that of another connection by now.
    if (found == open_.end() || !found->second->has_request()) continue;
    guarded(found->first, [&] { answer(found->second); });
  }
}

void EventLoop::answer(const std::shared_ptr<Connection>& connection) {
  if (connection->takes_long())
    hand_over(connection);
  else
    connection->answer(now_);
  go_on(*connection);
}

void EventLoop::hand_over(const std::shared_ptr<Connection>& connection) {
  // Weak, so that a client that is gone does not stay for the sake of its answer.
  const std::weak_ptr<Connection> address = connection;
  auto pipe = std::make_shared<AnswerPipe>(workers_.turns(), [this, address] {
    try {
      const std::lock_guard lock(guard_);
      written_.push_back(address);
    } catch (const std::exception&) {
      return;  // no memory: the client gets a reset at its deadline
    }
    wake();
  });
  connection->hand_over(workers_, std::move(pipe), now_);
}

void EventLoop::sweep() {
  const bool stop_now = stopping_ && !told_to_stop_;
  wake_up();  // one may have failed; and who was adopted before the stop is told of it
  std::vector<std::shared_ptr<Connection>> all;
  all.reserve(open_.size());
  for (const auto& [socket, connection] : open_) all.push_back(connection);
  swept_ = now_;
  told_to_stop_ = told_to_stop_ || stop_now;
  for (const auto& connection : all) {
    guarded(connection->socket(), [&] {
      if (stop_now) connection->stop(now_);
      if (connection->check_deadline(now_) || stop_now) go_on(*connection);
    });
  }
}

void EventLoop::end(Connection& connection) {
  open_.erase(connection.socket());
  --count_;
}

}  // namespace crosscheck
