// A token is used once, for as long as it would be good.
#include "access/replay_guard.h"

#include <doctest/doctest.h>

#include <string>

using namespace crosscheck;
using Answer = ReplayGuard::Answer;

TEST_CASE("replay: an id is new once, for each issuer, until its token has expired") {
  ReplayGuard guard;
  CHECK(guard.note("a", "1", 100, 10) == Answer::first);
  CHECK(guard.note("a", "1", 100, 10) == Answer::again);
  CHECK(guard.note("a", "1", 300, 100) == Answer::again);
  CHECK(guard.note("b", "1", 100, 10) == Answer::first);
  CHECK(guard.note("a", "2", 100, 10) == Answer::first);
  CHECK(guard.note("a", "1", 200, 101) == Answer::first);
}

TEST_CASE("replay: who has taken all the room takes none of another, until it is free") {
  ReplayGuard guard;
  for (std::size_t i = 0; i < ReplayGuard::kMost; ++i)
    guard.note("a", std::to_string(i), 100, 10);
  CHECK(guard.note("a", "one more", 100, 10) == Answer::no_room);
  CHECK(guard.note("a", "0", 100, 10) == Answer::again);
  CHECK(guard.note("b", "one more", 100, 10) == Answer::first);
  CHECK(guard.note("a", "one more", 200, 101) == Answer::first);
}
