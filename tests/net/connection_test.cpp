#include "net/connection.h"

#include <doctest/doctest.h>
#include <sys/socket.h>

#include <array>
#include <future>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace crosscheck {
namespace {

using namespace std::chrono_literals;
using Next = Connection::Next;

const std::string kFirst = "GET /1 HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string kSecond = "GET /2 HTTP/1.1\r\nHost: h\r\n\r\n";

// "1 " for the request of "/1", and "1. " where the connection ends with it.
struct Echo : Answerer {
  void answer(WholeRequest request, bool close, std::string& output) override {
    output += request.head.substr(request.head.find('/') + 1, 1) + (close ? ". " : " ");
  }
  void answer(WholeRequest request, bool close, AnswerPipe& pipe) override {
    std::string output;
    answer(std::move(request), close, output);
    if (output.starts_with("l")) output.assign(4 * AnswerPipe::kMost, 'x');
    const bool written = pipe.write(output);
    may_end.get_future().wait();
    pipe.end(written);
  }
  void refuse(const Refusal& refusal, std::string_view, std::string& output) override {
    output += std::to_string(refusal.status);
  }
  std::promise<void> may_end;  // of the answer of a worker
};

// A client, its connection, and a loop that has one connection.
struct Talk {
  Talk() {
    std::array<int, 2> ends{};
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0);
    client = FileDescriptor(ends[0]);
    connection.emplace(FileDescriptor(ends[1]), limits, allowance_of, echo, now);
  }

  void send(std::string_view bytes) {
    REQUIRE(::send(client.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(bytes.size()));
    connection->may_read(false);
  }

  std::string received() {
    std::string all(64 * 1024, '\0');
    const ssize_t size = ::recv(client.get(), all.data(), all.size(), 0);
    all.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return all;
  }

  // Until there is nothing to do.
  Next serve() {
    Next next = connection->go_on(now);
    while (next == Next::answer) {
      connection->answer(now);
      next = connection->go_on(now);
    }
    return next;
  }

  Limits limits;
  AllowanceOf allowance_of = [](auto, auto) { return Allowance{}; };
  Echo echo;
  Clock::time_point now{1h};
  FileDescriptor client;
  std::optional<Connection> connection;
};

}  // namespace

TEST_CASE("a connection answers what comes, in its order") {
  Talk talk;
  CHECK(talk.serve() == Next::wait);
  talk.send(kFirst + kSecond);
  CHECK(talk.serve() == Next::wait);
  CHECK(talk.received() == "1 2 ");
}

TEST_CASE("a client that asks for the end is told of it") {
  Talk talk;
  talk.send("GET /1 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  CHECK(talk.serve() == Next::wait);
  CHECK(talk.received() == "1. ");
}

TEST_CASE("a client is told to send its body once the answer before it is gone") {
  Talk talk;
  const std::string head =
      "POST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n";
  talk.send(kFirst + head);
  CHECK(talk.serve() == Next::wait);
  CHECK(talk.received() == "1 HTTP/1.1 100 Continue\r\n\r\n");
  talk.send("x");
  CHECK(talk.serve() == Next::wait);
  CHECK(talk.received() == "2 ");
}

TEST_CASE("at a stop all whole requests are answered, the last with a close") {
  Talk talk;
  SUBCASE("that came in one piece") {
    talk.send(kFirst + kSecond);
    REQUIRE(talk.connection->go_on(talk.now) == Next::answer);
    talk.connection->stop(talk.now);
  }
  SUBCASE("of which one was still unread") {
    talk.send(kFirst);
    REQUIRE(talk.connection->go_on(talk.now) == Next::answer);
    talk.connection->stop(talk.now);
    talk.send(kSecond);
  }
  SUBCASE("that nobody had read") {
    talk.send(kFirst + kSecond);
    talk.connection->stop(talk.now);
  }
  if (talk.connection->has_request()) talk.connection->answer(talk.now);
  talk.serve();
  CHECK(talk.received() == "1 2. ");
  talk.client = FileDescriptor();
  talk.connection->may_read(true);
  CHECK(talk.serve() == Next::end);
}

TEST_CASE("at a stop the answer before half a request is the last one") {
  Talk talk;
  talk.send(kFirst + "GET /2");
  REQUIRE(talk.connection->go_on(talk.now) == Next::answer);
  talk.connection->stop(talk.now);
  talk.connection->answer(talk.now);
  talk.serve();
  CHECK(talk.received() == "1. ");
}

TEST_CASE("at a stop a whole request may wait for its turn as long as at other times") {
  Talk talk;
  talk.send(kFirst);
  REQUIRE(talk.connection->go_on(talk.now) == Next::answer);
  talk.connection->stop(talk.now);
  talk.now += talk.limits.for_answer - 100ms;
  CHECK(!talk.connection->check_deadline(talk.now));
  talk.connection->answer(talk.now);
  talk.serve();
  CHECK(talk.received() == "1. ");
}

TEST_CASE("a client that never ceases to ask does not hold up a stop") {
  Talk talk;
  talk.send(kFirst);
  REQUIRE(talk.connection->go_on(talk.now) == Next::answer);
  talk.connection->stop(talk.now);
  std::string answers;
  for (int i = 0; i < 1000 && talk.connection->has_request(); ++i) {
    talk.send(kFirst);
    talk.now += 100ms;
    talk.connection->answer(talk.now);
    talk.connection->go_on(talk.now);
    answers += talk.received();
  }
  CHECK(answers.ends_with("1 1. "));
  CHECK(answers.size() < 250);
}

TEST_CASE("at a stop a client is let go once a worker has answered it") {
  Talk talk;
  Workers workers(talk.limits);
  talk.send(kFirst);
  REQUIRE(talk.connection->go_on(talk.now) == Next::answer);
  std::promise<void> written, ended;
  const auto pipe = std::make_shared<AnswerPipe>(
      workers.turns(),
      [&, calls = 0]() mutable { (calls++ == 0 ? written : ended).set_value(); });
  talk.connection->hand_over(workers, pipe, talk.now);
  written.get_future().wait();
  CHECK(talk.serve() == Next::wait);
  CHECK(talk.received() == "1 ");
  talk.connection->stop(talk.now);
  talk.echo.may_end.set_value();
  ended.get_future().wait();
  CHECK(talk.serve() == Next::end);
}

TEST_CASE("at a stop a client that sends bit by bit has no more time than others") {
  Talk talk;
  std::string begun = "GET /1";
  SUBCASE("of a head") {}
  SUBCASE("of a body") {
    begun = "POST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n";
  }
  talk.send(begun);
  CHECK(talk.serve() == Next::wait);
  talk.connection->stop(talk.now);
  const auto last = talk.now + talk.limits.drain;
  for (; talk.now < last; talk.now += 100ms) {
    CHECK(!talk.connection->check_deadline(talk.now));
    talk.send("x");
    CHECK(talk.serve() == Next::wait);
  }
  CHECK(talk.connection->check_deadline(talk.now));
  talk.serve();
  CHECK(talk.received() == "408");
  talk.now += 200ms;
  CHECK(talk.connection->check_deadline(talk.now));
  CHECK(talk.serve() == Next::end);
}

TEST_CASE("a client that takes nothing is given up, and one that takes a little is not") {
  Talk talk;
  Workers workers(talk.limits);
  talk.send("GET /long HTTP/1.1\r\nHost: h\r\n\r\n");
  REQUIRE(talk.connection->go_on(talk.now) == Next::answer);
  std::promise<void> written;
  const auto pipe =
      std::make_shared<AnswerPipe>(workers.turns(), [&, first = true]() mutable {
        if (std::exchange(first, false)) written.set_value();
      });
  talk.connection->hand_over(workers, pipe, talk.now);
  written.get_future().wait();
  CHECK(talk.serve() == Next::wait);
  for (int i = 0; i < 3; ++i) {
    talk.now += talk.limits.stalled - 100ms;
    CHECK(!talk.connection->check_deadline(talk.now));
    CHECK(!talk.received().empty());
    talk.connection->may_write();
    CHECK(talk.serve() == Next::wait);
  }
  // The worker may be slow to write what the client is not to take.
  bool is_given_up = false;
  for (int tries = 0; tries < 10 && !is_given_up; ++tries) {
    std::this_thread::sleep_for(1ms);
    talk.serve();
    talk.now += talk.limits.stalled;
    is_given_up = talk.connection->check_deadline(talk.now);
  }
  CHECK(is_given_up);
  CHECK(talk.serve() == Next::end);
  talk.connection.reset();  // which the worker notices
  talk.echo.may_end.set_value();
}

TEST_CASE("at a stop an idle client is let go at once") {
  Talk talk;
  CHECK(talk.serve() == Next::wait);
  talk.connection->stop(talk.now);
  CHECK(talk.serve() == Next::end);
}

}  // namespace crosscheck
