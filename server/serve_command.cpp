// crosscheck serve
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <iostream>
#include <optional>
#include <thread>

#include "commands.h"
#include "http/http_server.h"
#include "http/request_log.h"
#include "http/service.h"
#include "passed_sockets.h"
#include "supervisor.h"
#include "watchdog.h"

namespace crosscheck {
namespace {

sigset_t handled_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  return signals;
}

// A core file would hold what patients take.  The limit of open files is raised as
// far as the system lets it: one file for each connection.
void set_process_limits() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
}

// Whether only this machine reaches the address.
bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
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

// Whether there are any.
bool tell(const Problems& faults) {
  for (const Problem& fault : faults) std::cerr << to_string(fault) << "\n";
  return !faults.empty();
}

// The listeners of the service, from the first request to the last.
class Listeners {
 public:
  Listeners(const Config& config, const ApiKeys& keys, const CrossOrigin& origins,
            Service& service, const KnowledgeStore& store)
      : config_(config),
        service_(service),
        store_(store),
        clients_(service.client_routes(!has_admin()), keys, origins, service.metrics(),
                 limits(), static_cast<std::size_t>(config.threads)) {
    if (has_admin())
      admin_.emplace(service.admin_routes(), keys, no_origins_, service.metrics(),
                     Limits{}, 1);
    clients_.accept_tokens(service.cds_callers());
    service.operation().count_connections([this] { return clients_.connections(); });
    service.reloader().tell({[this] { supervisor_.reloading(); },
                             [this](const RulesInForce& rules, bool successful) {
                               supervisor_.reloaded(rules.version(), successful);
                             }});
  }

  int serve(PassedSockets passed) {
    int port = config_.port;
    int admin_port = config_.admin_port;
    if (!listen(clients_, std::move(passed.clients), config_.host, port)) return kFailed;
    if (admin_ &&
        !listen(*admin_, std::move(passed.admin), config_.admin_host, admin_port))
      return kFailed;
    supervisor_.ready(store_.current()->version());
    const auto patience = Supervisor::patience();
    const Watchdog watchdog(supervisor_, patience, [this, port, patience] {
      return answers_itself(config_.host, port, patience / 4);
    });
    return serve_until_signal();
  }

 private:
  int serve_until_signal() {
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

  bool has_admin() const { return config_.admin_port >= 0; }

  Limits limits() const {
    Limits limits;
    limits.connections = config_.max_connections;
    // Who waits for a record system must not keep those waiting that need a processor.
    if (!config_.fhir_servers.empty()) limits.workers += FhirServers::kMostAtOnce;
    return limits;
  }

  // Reloads, or stops: first not ready, so that nobody is sent here any more, then
  // no new connections, then what was begun is ended.
  void act_on_signals() {
    const sigset_t signals = handled_signals();
    for (int signal = 0; sigwait(&signals, &signal) == 0 && signal == SIGHUP;) {
      service_.reload_clients();
      reload();
    }
    supervisor_.stopping();
    service_.operation().drain();
    if (!failed_)
      std::this_thread::sleep_for(std::chrono::seconds(config_.drain_seconds));
    clients_.stop();
  }

  void reload() {
    try {
      service_.reloader().reload();
    } catch (const std::exception&) {
      log_error("the reload failed");
    }
  }

  // A listener that died by itself ends the process: a deaf service is worse than
  // none.
  void fail() {
    log_error("a listener ended by itself");
    failed_ = true;
    kill(getpid(), SIGTERM);
  }

  const Config& config_;
  Service& service_;
  const CrossOrigin no_origins_;  // No page is meant to ask what operators ask.
  const KnowledgeStore& store_;
  Supervisor supervisor_;
  HttpServer clients_;
  std::optional<HttpServer> admin_;
  std::atomic<bool> failed_{false};
};

}  // namespace

int run_serve(const Config& asked) {
  const sigset_t signals = handled_signals();  // before the first thread begins
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  set_process_limits();
  set_up_log(asked.log_level.c_str());

  Problems faults;
  PassedSockets passed = take_passed_sockets(faults);
  const Config config = with_places(asked, passed);
  const ApiKeys keys = config.keys.empty()
                           ? ApiKeys(config.rate_limit)
                           : ApiKeys::read(config.keys, config.rate_limit, faults);
  const CrossOrigin origins = CrossOrigin::read(config.cors_origins, faults);
  const std::string frame_ancestors =
      read_frame_ancestors(config.frame_ancestors, faults);
  if (keys.empty() && !config.allow_anonymous &&
      (!is_loopback(config.host) ||
       (config.admin_port >= 0 && !is_loopback(config.admin_host))))
    faults.push_back({"settings", "",
                      "other machines are served with --keys FILE, or with "
                      "--allow-anonymous true"});
  if (!config.cds_clients.empty() && config.public_url.empty())
    faults.push_back({"settings", "", "--cds-clients needs --public-url"});
  std::vector<std::string> fhir_servers = FhirServers::read(config.fhir_servers, faults);
  if (tell(faults)) return kFailed;

  KnowledgeStore store(config.rules, rules_loader(config),
                       config.rules_keys.empty() ? KnowledgeStore::Rollback::allowed
                                                 : KnowledgeStore::Rollback::refused);
  if (const Problems problems = store.reload(); !problems.empty()) {
    print(problems);
    return kFailed;
  }
  Service service(store, {config.public_url, config.rxnav_empty_groups, frame_ancestors});
  service.metrics().note_reload(*store.current(), true);
  log_expiry(*store.current());
  if (!config.feedback_db.empty()) service.keep_feedback(config.feedback_db, faults);
  if (!fhir_servers.empty())
    service.ask_fhir_servers(std::move(fhir_servers),
                             std::chrono::milliseconds(config.fhir_milliseconds));
  if (!config.cds_clients.empty())
    service.accept_tokens(config.cds_clients, config.public_url, faults);
  if (tell(faults)) return kFailed;
  return Listeners(config, keys, origins, service, store).serve(std::move(passed));
}

}  // namespace crosscheck
