#include "listeners.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <iostream>
#include <thread>

#include "commands.h"
#include "http/request_log.h"
#include "watchdog.h"

namespace crosscheck {
namespace {

// Files that are for other things than connections of clients: rules, feedback, FHIR
// servers, and the operators.
constexpr std::size_t kOtherFiles = 64;

// So many that one more is still let in, and told that it is one too many.
std::size_t most_connections(const Config& config) {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY)
    return config.max_connections;
  const std::size_t all = files.rlim_cur;
  const std::size_t most = all > 2 * kOtherFiles ? all - kOtherFiles : all / 2;
  if (most < config.max_connections) log_fewer_connections(most);
  return std::min(config.max_connections, most);
}

Limits limits_of(const Config& config) {
  Limits limits;
  limits.connections = most_connections(config);
  // Who waits for a record system must not keep those waiting that need a processor.
  if (!config.fhir_servers.empty()) {
    limits.workers += FhirServers::kMostAtOnce;
    limits.worker_threads += FhirServers::kMostAtOnce;
  }
  return limits;
}

// Operators are few, and must find room where clients have taken theirs.
Limits limits_of_operators() {
  Limits limits;
  limits.connections = kOtherFiles / 2;
  return limits;
}

// Listens, or tells why not.
bool listen(HttpServer& server, ListeningSocket passed, const std::string& host,
            int& port) {
  ListeningSocket socket =
      passed.is_open() ? std::move(passed) : ListeningSocket::open(host, port);
  if (!socket.is_open()) {
    std::cerr << "cannot serve on " << host << " port " << port << ": " << socket.error()
              << "\n";
    return false;
  }
  port = socket.port();
  log_listening(host, port);
  server.take(std::move(socket));
  return true;
}

}  // namespace

sigset_t handled_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  return signals;
}

Listeners::Listeners(const Config& config, const ApiKeys& keys,
                     const CrossOrigin& origins, Service& service,
                     const KnowledgeStore& store)
    : config_(config),
      service_(service),
      store_(store),
      clients_(service.client_routes(!has_admin()), keys, origins, service.metrics(),
               limits_of(config), static_cast<std::size_t>(config.threads)) {
  if (has_admin())
    admin_.emplace(service.admin_routes(), keys, no_origins_, service.metrics(),
                   limits_of_operators(), 1);
  clients_.accept_tokens(service.cds_callers());
  service.operation().count_connections([this] { return clients_.connections(); });
  service.reloader().tell({[this] { supervisor_.reloading(); },
                           [this](const RulesInForce& rules, bool successful) {
                             supervisor_.reloaded(rules.version(), successful);
                           }});
}

int Listeners::serve(PassedSockets passed) {
  int port = config_.port;
  int admin_port = config_.admin_port;
  if (!listen(clients_, std::move(passed.clients), config_.host, port)) return kFailed;
  if (admin_ && !listen(*admin_, std::move(passed.admin), config_.admin_host, admin_port))
    return kFailed;
  supervisor_.ready(store_.current()->version());
  const auto patience = Supervisor::patience();
  const Watchdog watchdog(supervisor_, patience, [this, port, patience] {
    return answers_itself(config_.host, port, patience / 4);
  });
  return serve_until_signal();
}

int Listeners::serve_until_signal() {
  std::thread signals([this] { act_on_signals(); });
  std::thread admin;
  try {
    admin = std::thread([this] {
      if (admin_ && !admin_->serve()) fail();
    });
  } catch (const std::exception&) {
    fail();
  }
  if (!clients_.serve()) fail();
  if (admin_) admin_->stop();
  if (admin.joinable()) admin.join();
  signals.join();
  log_event("stopped");
  return failed_ ? kFailed : kNothingFound;
}

// Reloads, or stops: first not ready, so that nobody is sent here any more, then
// no new connections, then what was begun is ended.
void Listeners::act_on_signals() {
  const sigset_t signals = handled_signals();
  for (int signal = 0; sigwait(&signals, &signal) == 0 && signal == SIGHUP;) {
    service_.reload_clients();
    reload();
  }
  supervisor_.stopping();
  service_.operation().drain();
  if (!failed_) wait_for_drain();
  clients_.stop();
}

// A second signal to stop ends the wait.
void Listeners::wait_for_drain() {
  sigset_t signals = handled_signals();
  sigdelset(&signals, SIGHUP);
  const timespec wait{config_.drain_seconds, 0};
  while (sigtimedwait(&signals, nullptr, &wait) < 0 && errno == EINTR) continue;
}

void Listeners::reload() {
  try {
    service_.reloader().reload();
  } catch (const std::exception&) {
    log_error("the reload failed");
  }
}

// A listener that died by itself ends the process: a deaf service is worse than
// none.
void Listeners::fail() {
  log_error("a listener ended by itself");
  failed_ = true;
  kill(getpid(), SIGTERM);
}

}  // namespace crosscheck
