#include "net/http_front.h"

#include <doctest/doctest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace crosscheck {
namespace {

const std::string kGet = "GET /ok HTTP/1.1\r\nHost: h\r\n\r\n";

// A front with a few routes, and a thread that serves.
class Served {
 public:
  explicit Served(const Limits& limits = {})
      : front(
            limits, 1, [](auto, auto) { return Allowance{}; },
            [](const Refusal& refusal, const httplib::Request&,
               httplib::Response& response) {
              response.status = refusal.status;
              response.reason = "refused";
            },
            [this](std::string_view what) {
              const std::lock_guard lock(guard);
              reports.emplace_back(what);
            }) {
    front.Get("/ok",
              [](const auto&, auto& response) { response.set_content("ok", "a/b"); });
    front.Get("/none", [](const auto&, auto& response) { response.status = 204; });
    front.Get("/throws", [](const auto&, auto&) { throw std::bad_alloc(); });
    front.set_exception_handler([](const auto&, auto&, std::exception_ptr failure) {
      std::rethrow_exception(failure);
    });
    ListeningSocket socket = ListeningSocket::open("127.0.0.1", 0);
    port = socket.port();
    front.take(std::move(socket));
  }
  ~Served() { stop(); }

  void start() {
    thread = std::thread([this] { outcome = front.serve(); });
  }
  void stop() {
    front.stop();
    if (thread.joinable()) thread.join();
  }

  FileDescriptor connect() const {
    FileDescriptor socket(::socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address),
                      sizeof address) == 0);
    return socket;
  }

  HttpFront front;
  int port = 0;
  std::thread thread;
  bool outcome = false;
  std::mutex guard;
  std::vector<std::string> reports;
};

void send(const FileDescriptor& socket, std::string_view bytes) {
  REQUIRE(::send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
          static_cast<ssize_t>(bytes.size()));
}

// What comes next, up to the end of a head and a little more; "" for the end.
std::string received(const FileDescriptor& socket, int milliseconds = 5000) {
  pollfd waited{socket.get(), POLLIN, 0};
  if (::poll(&waited, 1, milliseconds) != 1) return "nothing";
  std::string bytes(4096, '\0');
  const ssize_t size = ::recv(socket.get(), bytes.data(), bytes.size(), 0);
  bytes.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return bytes;
}

}  // namespace

TEST_CASE("the front answers, and says what failed without saying how") {
  Served served;
  served.start();
  const FileDescriptor client = served.connect();
  send(client, kGet);
  const std::string answer = received(client);
  CHECK(answer.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(answer.ends_with("\r\n\r\nok"));
  send(client, "GET /none HTTP/1.1\r\nHost: h\r\n\r\n");
  const std::string none = received(client);
  CHECK(none.starts_with("HTTP/1.1 204 "));
  CHECK(none.find("Content-Length") == std::string::npos);
  send(client, "GET /throws HTTP/1.1\r\nHost: h\r\n\r\n");
  CHECK(received(client).starts_with("HTTP/1.1 500 "));
  served.stop();
  CHECK(served.outcome);
}

TEST_CASE("a failure on a worker is told, too") {
  Served served;
  served.start();
  const FileDescriptor client = served.connect();
  send(client, "GET /throws?" + std::string(3000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n");
  CHECK(received(client).starts_with("HTTP/1.1 500 "));
}

TEST_CASE("one connection too many is told so") {
  Limits limits;
  limits.connections = 1;
  Served served(limits);
  served.start();
  const FileDescriptor first = served.connect();
  send(first, kGet);
  CHECK(received(first).starts_with("HTTP/1.1 200 "));
  const FileDescriptor second = served.connect();
  CHECK(received(second).starts_with("HTTP/1.1 503 "));
  CHECK(received(second).empty());
}

TEST_CASE("where too many wait, the next is told so, and the others are answered") {
  Limits limits;
  limits.waiting = 3;
  Served served(limits);
  std::vector<FileDescriptor> clients;
  for (int i = 0; i < 20; ++i) {
    clients.push_back(served.connect());
    send(clients.back(), kGet);
  }
  served.start();
  int answered = 0, refused = 0;
  for (const FileDescriptor& client : clients) {
    const std::string answer = received(client);
    if (answer.starts_with("HTTP/1.1 200 ")) ++answered;
    if (answer.starts_with("HTTP/1.1 503 ")) ++refused;
  }
  CHECK(answered >= 3);
  CHECK(refused > 0);
  CHECK(answered + refused == 20);
}

TEST_CASE("a client that connected before the stop is answered") {
  Served served;
  const FileDescriptor client = served.connect();
  send(client, kGet);
  served.front.stop();
  served.start();
  CHECK(received(client).starts_with("HTTP/1.1 200 "));
  served.stop();
  CHECK(served.outcome);
}

TEST_CASE("a listener that is none ends the front") {
  Served served;
  served.front.take(ListeningSocket());
  served.start();
  served.thread.join();
  CHECK(!served.outcome);
}

TEST_CASE("a listener that no longer listens ends the front") {
  Served served;
  ListeningSocket socket = ListeningSocket::open("127.0.0.1", 0);
  const FileDescriptor same(::dup(socket.number()));
  served.front.take(std::move(socket));
  served.start();
  ::shutdown(same.get(), SHUT_RDWR);
  served.thread.join();
  CHECK(!served.outcome);
}

TEST_CASE("where there is no room for a connection, it waits, and that is said once") {
  Served served;
  const FileDescriptor waiting = served.connect();
  rlimit usual{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &usual) == 0);
  const int next = ::dup(0);  // the lowest free number
  ::close(next);
  rlimit none = usual;
  none.rlim_cur = static_cast<rlim_t>(next);
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
  served.start();
  send(waiting, kGet);
  CHECK(received(waiting, 300) == "nothing");
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &usual) == 0);
  CHECK(received(waiting).starts_with("HTTP/1.1 200 "));
  served.stop();
  CHECK(served.reports == std::vector<std::string>{"no room for one more connection"});
}

}  // namespace crosscheck
