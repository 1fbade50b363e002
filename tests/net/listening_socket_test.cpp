#include "net/listening_socket.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>

#include <string>

namespace crosscheck {

TEST_CASE("a free port is found, and belongs to one") {
  const ListeningSocket first = ListeningSocket::open("127.0.0.1", 0);
  REQUIRE(first.is_open());
  CHECK(first.port() > 0);
  CHECK(first.host() == "127.0.0.1");
  const ListeningSocket second = ListeningSocket::open("127.0.0.1", first.port());
  CHECK(!second.is_open());
  CHECK(second.error() == "Address already in use");
}

TEST_CASE("where nobody can listen, it is said why") {
  const ListeningSocket elsewhere = ListeningSocket::open("192.0.2.1", 0);
  CHECK(!elsewhere.is_open());
  CHECK(elsewhere.error() == "Cannot assign requested address");
  const ListeningSocket nowhere = ListeningSocket::open("no such host.invalid", 0);
  CHECK(!nowhere.is_open());
  CHECK(!nowhere.error().empty());
  CHECK(nowhere.host().empty());
  CHECK(nowhere.port() == -1);
}

TEST_CASE("a socket is taken over if it listens for TCP") {
  const auto adopted = [](int number) {
    return ListeningSocket::adopt(FileDescriptor(number));
  };
  const ListeningSocket open = ListeningSocket::open("127.0.0.1", 0);
  const ListeningSocket same = adopted(::dup(open.number()));
  REQUIRE(same.is_open());
  CHECK(same.port() == open.port());
  CHECK((::fcntl(same.number(), F_GETFL) & O_NONBLOCK) != 0);
  const std::string error = "not a TCP socket that listens";
  CHECK(adopted(::socket(AF_INET, SOCK_STREAM, 0)).error() == error);
  CHECK(adopted(::socket(AF_INET, SOCK_DGRAM, 0)).error() == error);
  CHECK(adopted(::socket(AF_UNIX, SOCK_STREAM, 0)).error() == error);
  CHECK(adopted(::open("/dev/null", O_RDONLY)).error() == error);
  CHECK(!adopted(-1).is_open());
}

}  // namespace crosscheck
