// What a service tells systemd, and what it takes from it.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "commands.h"
#include "passed_sockets.h"
#include "watchdog.h"

namespace crosscheck {
namespace {

using namespace std::chrono_literals;

// Plays systemd: whoever is told where, tells it what it does.
class FakeSupervisor {
 public:
  explicit FakeSupervisor(const char* patience = nullptr)
      : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    path_ = (std::filesystem::temp_directory_path() / "supervisor-XXXXXX").string();
    REQUIRE(::mkdtemp(path_.data()) != nullptr);
    const std::string file = path_ + "/notify";
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    file.copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::bind(socket_.get(), reinterpret_cast<sockaddr*>(&address),
                   sizeof address) == 0);
    const timeval limit{20, 0};
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setenv("NOTIFY_SOCKET", file.c_str(), 1);
    if (patience != nullptr) ::setenv("WATCHDOG_USEC", patience, 1);
  }
  ~FakeSupervisor() {
    ::unsetenv("NOTIFY_SOCKET");
    ::unsetenv("WATCHDOG_USEC");
    std::filesystem::remove_all(path_);
  }

  // The next word, or "" after a long silence.
  std::string hear() {
    std::array<char, 1024> text{};
    const ssize_t size = ::recv(socket_.get(), text.data(), text.size(), 0);
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : "";
  }
  // The next word that is not the watchdog's.
  std::string hear_news() {
    for (;;) {
      const std::string heard = hear();
      if (heard != "WATCHDOG=1") return heard;
    }
  }
  bool silent() const {
    char one = 0;
    return ::recv(socket_.get(), &one, 1, MSG_DONTWAIT | MSG_PEEK) < 0;
  }

 private:
  FileDescriptor socket_;
  std::string path_;
};

pid_t serve_in_a_child() {
  const pid_t child = ::fork();
  if (child != 0) return child;
  Config config;
  config.port = 0;
  config.log_level = "off";
  config.rules = CROSSCHECK_SOURCE_DIR "/rules";
  std::_Exit(run_serve(config));
}

// What is passed takes the places from 3 on, as sd_listen_fds(3) has it.
PassedSockets take(const char* names, const std::vector<int>& sockets,
                   Problems& problems) {
  for (std::size_t i = 0; i < sockets.size(); ++i)
    REQUIRE(::dup2(sockets[i], 3 + static_cast<int>(i)) >= 0);
  ::setenv("LISTEN_PID", std::to_string(::getpid()).c_str(), 1);
  ::setenv("LISTEN_FDS", std::to_string(sockets.size()).c_str(), 1);
  ::setenv("LISTEN_FDNAMES", names, 1);
  return take_passed_sockets(problems);
}

// High enough to be in nobody's way.
FileDescriptor far_away(int socket) {
  return FileDescriptor(::fcntl(socket, F_DUPFD_CLOEXEC, 100));
}

}  // namespace

TEST_CASE("a supervised service tells its start, its reloads, its life and its end") {
  FakeSupervisor systemd("2000000");
  const pid_t child = serve_in_a_child();
  REQUIRE(child > 0);

  const std::string started = systemd.hear_news();
  CHECK_MESSAGE(started.starts_with("READY=1\nSTATUS=Serving with the rules 20"),
                started);
  CHECK(systemd.hear() == "WATCHDOG=1");
  CHECK(systemd.hear() == "WATCHDOG=1");

  ::kill(child, SIGHUP);
  const std::string reloading = systemd.hear_news();
  CHECK_MESSAGE(reloading.starts_with("RELOADING=1\nMONOTONIC_USEC="), reloading);
  CHECK(systemd.hear_news() == started);

  ::kill(child, SIGTERM);
  CHECK(systemd.hear_news() == "STOPPING=1\nSTATUS=Ending what was begun");
  int status = -1;
  CHECK(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
}

TEST_CASE("refused rules are told of, and nothing is told after the end") {
  FakeSupervisor systemd;
  Supervisor supervisor;
  supervisor.reloaded("2026.11.1", false);
  CHECK(systemd.hear() ==
        "READY=1\nSTATUS=Serving with the rules 2026.11.1; those read last have faults, "
        "see the log");
  supervisor.stopping();
  CHECK(systemd.hear().starts_with("STOPPING=1"));
  supervisor.reloading();
  supervisor.reloaded("2026.11.1", true);
  CHECK(systemd.silent());
}

TEST_CASE("a service that does not answer is not called alive") {
  FakeSupervisor systemd("40000");
  CHECK(Supervisor::patience() == 40ms);
  Supervisor supervisor;
  std::atomic<int> asked{0};
  {
    const Watchdog watchdog(supervisor, Supervisor::patience(), [&] {
      ++asked;
      return false;
    });
    while (asked < 3) std::this_thread::sleep_for(1ms);
  }
  CHECK(systemd.silent());
  const ListeningSocket deaf = ListeningSocket::open("127.0.0.1", 0);
  CHECK_FALSE(answers_itself("127.0.0.1", deaf.port(), 100ms));
}

TEST_CASE("passed sockets are taken by their names, and nothing else is") {
  // The places from 3 on may be in use here, so a child takes what is passed.
  const FileDescriptor tcp = far_away(ListeningSocket::open("127.0.0.1", 0).number());
  const FileDescriptor datagrams =
      far_away(FileDescriptor(::socket(AF_INET, SOCK_DGRAM, 0)).get());
  struct Row {
    const char* names;
    std::vector<int> sockets;
    std::vector<std::string> faults;
  };
  const std::vector<Row> rows{
      {"clients", {tcp.get()}, {}},
      {"admin:clients", {tcp.get(), tcp.get()}, {}},
      {"crosscheck.socket",
       {tcp.get()},
       {"expected the name clients or admin (FileDescriptorName=)"}},
      {"clients:clients",
       {tcp.get(), tcp.get()},
       {"expected one socket of this name; found two"}},
      {"clients", {datagrams.get()}, {"not a TCP socket that listens"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.names);
    const pid_t child = ::fork();
    if (child == 0) {
      Problems problems;
      const PassedSockets passed = take(row.names, row.sockets, problems);
      std::vector<std::string> faults;
      for (const Problem& problem : problems) faults.push_back(problem.message);
      const bool named_admin = std::string(row.names).starts_with("admin");
      const bool taken = row.faults.empty() ? passed.clients.host() == "127.0.0.1" &&
                                                  passed.admin.is_open() == named_admin
                                            : true;
      std::_Exit(faults == row.faults && taken ? 0 : 1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
}

}  // namespace crosscheck
