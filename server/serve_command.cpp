// crosscheck serve
#include <arpa/inet.h>
#include <pthread.h>
#include <sys/resource.h>

#include <csignal>
#include <iostream>

#include "commands.h"
#include "http/request_log.h"
#include "listeners.h"

namespace crosscheck {
namespace {

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

// Whether only this machine reaches the address.  A name such as 127.0.0.1.example.org
// may stand for any.
bool is_loopback(const std::string& host) {
  in_addr address{};
  if (inet_pton(AF_INET, host.c_str(), &address) == 1)
    return ntohl(address.s_addr) >> 24U == 127;
  in6_addr longer{};
  if (inet_pton(AF_INET6, host.c_str(), &longer) == 1)
    return IN6_IS_ADDR_LOOPBACK(&longer);
  return host == "localhost";
}

// Whether there are any.
bool tell(const Problems& faults) {
  for (const Problem& fault : faults) std::cerr << to_string(fault) << "\n";
  return !faults.empty();
}

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
