// The listeners of the service, from the first request to the last.
#pragma once

#include <atomic>
#include <csignal>
#include <optional>

#include "config.h"
#include "http/http_server.h"
#include "http/service.h"
#include "pack/knowledge_store.h"
#include "passed_sockets.h"
#include "supervisor.h"

namespace crosscheck {

/// Those that end or reload the service: SIGTERM, SIGINT and SIGHUP.  To be blocked
/// before the first thread begins.
sigset_t handled_signals();

/// One listener for clients and, where asked for, one for operators.
///
/// Lifetime: borrows all that it is made of.
class Listeners {
 public:
  Listeners(const Config& config, const ApiKeys& keys, const CrossOrigin& origins,
            Service& service, const KnowledgeStore& store);

  /// Serves until a signal; the exit status of the program.
  /// Errors: told on standard error, where there is no place to listen.
  int serve(PassedSockets passed);

 private:
  bool has_admin() const { return config_.admin_port >= 0; }
  int serve_until_signal();
  void act_on_signals();
  void wait_for_drain();
  void reload();
  void fail();

  const Config& config_;
  Service& service_;
  const CrossOrigin no_origins_;  // No page is meant to ask what operators ask.
  const KnowledgeStore& store_;
  Supervisor supervisor_;
  HttpServer clients_;
  std::optional<HttpServer> admin_;
  std::atomic<bool> failed_{false};
};

}  // namespace crosscheck
