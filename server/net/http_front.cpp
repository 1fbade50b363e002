#include "net/http_front.h"

#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

#include "net/memory_stream.h"
#include "net/vetted_request.h"

namespace crosscheck {
namespace {

// After the system had no room for one more connection.
constexpr std::chrono::milliseconds kPause{50};

// A wake-up may fail, so nobody rests on it alone.
constexpr std::chrono::milliseconds kPatience{1000};

// Told to clients in a header; nobody counts.
constexpr std::size_t kRequestsOfConnection = 1'000'000;

constexpr std::string_view kFailed = "The service failed. The request was not answered.";

bool is_passing(int error) {
  constexpr std::array kPassing{EAGAIN,      EINTR,        ECONNABORTED, EPROTO, ENETDOWN,
                                ENETUNREACH, EHOSTUNREACH, EHOSTDOWN,    EPERM,  ENONET,
                                ENOPROTOOPT, EOPNOTSUPP,   ETIMEDOUT};
  return std::find(kPassing.begin(), kPassing.end(), error) != kPassing.end();
}

bool is_want_of_room(int error) {
  return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

// What the library gets to read; the request itself is filled in behind its back.
constexpr std::string_view kAnyRequest = "GET / HTTP/1.1\r\n\r\n";

// The library states a length of 0 where an answer has no body by its nature
// (RFC 9110, 8.6).  `head` is an answer's head, or begins with it.
std::string without_length(std::string_view head) {
  constexpr std::string_view kLength = "Content-Length: 0\r\n";
  std::string text(head);
  if (const auto at = text.find(kLength); at != std::string::npos)
    text.erase(at, kLength.size());
  return text;
}

bool has_no_body(std::string_view head) {
  const std::string_view status = head.substr(0, head.find("\r\n"));
  return status.starts_with("HTTP/1.1 204") || status.starts_with("HTTP/1.1 304");
}

// An answer that the library has no part in.
void append(const httplib::Response& response, bool with_body, std::string& output) {
  output +=
      "HTTP/1.1 " + std::to_string(response.status) + ' ' + response.reason + "\r\n";
  for (const auto& [name, value] : response.headers)
    output += name + ": " + value + "\r\n";
  output +=
      "Connection: close\r\nContent-Length: " + std::to_string(response.body.size()) +
      "\r\n\r\n";
  if (with_body) output += response.body;
}

}  // namespace

HttpFront::HttpFront(Limits limits, std::size_t loops, AllowanceOf allowance_of,
                     Refuse refuse, Report report)
    : limits_(limits),
      allowance_of_(std::move(allowance_of)),
      refuse_(std::move(refuse)),
      report_(std::move(report)),
      wake_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      workers_(limits) {
  Answerer& answerer = *this;
  set_keep_alive_timeout(limits_.idle.count());
  set_keep_alive_max_count(kRequestsOfConnection);
  for (std::size_t i = 0; i < std::max<std::size_t>(loops, 1); ++i)
    loops_.push_back(
        std::make_unique<EventLoop>(limits_, allowance_of_, answerer, workers_));
}

void HttpFront::take(ListeningSocket socket) {
  listening_ = std::move(socket);
  svr_sock_ = listening_.number();  // else the library takes itself for stopped
}

bool HttpFront::serve() {
  if (!listening_.is_open()) return false;
  std::vector<std::thread> threads;
  bool stopped = false;
  try {
    for (const auto& loop : loops_) threads.emplace_back([&loop] { loop->run(); });
    stopped = accept_until_stop();
  } catch (const std::exception&) {
    report_("no room for the threads of the service");
  }
  if (stopped) accept_all();  // whose connection was complete before the stop
  listening_.close();
  stop_loops(threads);
  return stopped;
}

void HttpFront::stop_loops(std::vector<std::thread>& threads) {
  for (const auto& loop : loops_) loop->stop();
  for (std::thread& thread : threads) thread.join();
  workers_.stop();  // what they still do is for clients that are gone
}

void HttpFront::stop() {
  stopping_ = true;
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(wake_.get(), &one, sizeof one);
}

bool HttpFront::accept_until_stop() {
  std::array<pollfd, 2> waited{pollfd{listening_.number(), POLLIN, 0},
                               pollfd{wake_.get(), POLLIN, 0}};
  while (!stopping_ && !failed_) {
    const int ready = ::poll(waited.data(), waited.size(), kPatience.count());
    if (ready < 0 && errno != EINTR) return false;
    if ((waited[0].revents & (POLLERR | POLLNVAL)) != 0) return false;
    if (waited[0].revents != 0) accept_all();
  }
  return !failed_;
}

// Takes in whoever waits, in bounded number so that a stop is seen.  Most failures
// are of one client, or pass.
void HttpFront::accept_all() {
  for (std::size_t i = 0; i < limits_.connections; ++i) {
    FileDescriptor socket(
        ::accept4(listening_.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket.is_open()) {
      has_told_of_room_ = false;
      try {
        take_in(std::move(socket));
      } catch (const std::exception&) {
        // No memory for one more client: it finds its connection closed.
      }
    } else if (is_want_of_room(errno)) {
      if (!std::exchange(has_told_of_room_, true))
        report_("no room for one more connection");
      std::this_thread::sleep_for(kPause);
      return;
    } else if (is_passing(errno)) {
      return;
    } else {
      report_("the listening socket failed");
      failed_ = true;
      return;
    }
  }
}

void HttpFront::take_in(FileDescriptor socket) {
  if (connections() >= limits_.connections) {
    std::string answer;
    refuse(
        {503, "The service has as many connections as it takes. Try again in a second."},
        {}, answer);
    ::send(socket.get(), answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    ::shutdown(socket.get(), SHUT_WR);
    return;
  }
  const int yes = 1;
  ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  const auto idlest = std::min_element(
      loops_.begin(), loops_.end(),
      [](const auto& x, const auto& y) { return x->connections() < y->connections(); });
  (*idlest)->adopt(std::move(socket));
}

std::size_t HttpFront::connections() const {
  std::size_t all = 0;
  for (const auto& loop : loops_) all += loop->connections();
  return all;
}

// Whether the library has written a whole answer.
template <typename Write>
bool HttpFront::process(WholeRequest& request, bool close, Write write) {
  try {
    bool is_head = true;  // which the library writes in one piece
    MemoryStream stream(kAnyRequest, [&](std::string_view bytes) {
      if (std::exchange(is_head, false) && has_no_body(bytes))
        return write(without_length(bytes));
      return write(bytes);
    });
    bool closed = false;
    return process_request(stream, close, closed, [&](httplib::Request& vetted) {
      fill(vetted, request.head);
      vetted.body = std::move(request.body);
    });
  } catch (const std::exception&) {
    return false;
  }
}

void HttpFront::answer(WholeRequest request, bool close, std::string& output) {
  const std::size_t before = output.size();
  const bool whole = process(request, close, [&output](std::string_view bytes) {
    output.append(bytes);
    return true;
  });
  // The library failed, or found no request where there is one: never silence.
  if (!whole) output.resize(before);
  if (output.size() == before) refuse({500, kFailed}, request.head, output);
}

void HttpFront::answer(WholeRequest request, bool close, AnswerPipe& pipe) {
  bool begun = false;
  bool whole = process(request, close, [&](std::string_view bytes) {
    begun = true;
    return pipe.write(bytes);
  });
  if (!begun) whole = write_failure(request.head, pipe);
  pipe.end(whole);
}

bool HttpFront::write_failure(std::string_view head, AnswerPipe& pipe) {
  try {
    std::string output;
    refuse({500, kFailed}, head, output);
    return pipe.write(output);
  } catch (const std::exception&) {
    return false;  // the client gets a reset
  }
}

void HttpFront::refuse(const Refusal& refusal, std::string_view head,
                       std::string& output) {
  httplib::Request request;
  if (!head.empty()) fill(request, head);
  httplib::Response response;
  refuse_(refusal, request, response);
  append(response, request.method != "HEAD", output);
}

}  // namespace crosscheck
