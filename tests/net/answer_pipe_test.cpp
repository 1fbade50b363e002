#include "net/answer_pipe.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>

namespace crosscheck {
namespace {

using State = AnswerPipe::State;

TEST_CASE("what is written is taken in its order, then the end") {
  int woken = 0;
  Turns turns(1);
  turns.take();
  AnswerPipe pipe(turns, [&woken] { ++woken; });
  CHECK(pipe.write("a"));
  CHECK(pipe.write("b"));
  CHECK(woken == 1);  // once for what was not taken yet
  std::string output;
  CHECK(pipe.take(output) == State::open);
  CHECK(output == "ab");
  CHECK(pipe.write("c"));
  pipe.end(true);
  CHECK(woken == 3);
  output.clear();
  CHECK(pipe.take(output) == State::ended);
  CHECK(output == "c");
}

TEST_CASE("an answer that stays in part says so") {
  Turns turns(1);
  turns.take();
  AnswerPipe pipe(turns, [] {});
  pipe.write("part");
  pipe.end(false);
  std::string output;
  CHECK(pipe.take(output) == State::broken);
}

TEST_CASE("a writer waits for the client, and no longer than that") {
  Turns turns(1);
  turns.take();
  AnswerPipe pipe(turns, [] {});
  std::atomic<int> written{0};
  const std::string piece(AnswerPipe::kMost, 'x');
  std::thread worker([&] {
    while (pipe.write(piece)) ++written;
  });
  std::string output;
  while (output.size() < 3 * AnswerPipe::kMost) {
    std::string more;
    pipe.take(more);
    CHECK(more.size() < 2 * AnswerPipe::kMost);
    output += more;
  }
  pipe.abandon();
  worker.join();  // write() has said that nobody takes it
  CHECK(written >= 3);
  CHECK(!pipe.write("y"));
}

}  // namespace
}  // namespace crosscheck
