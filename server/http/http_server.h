// The service on the network: routes, limits, start and stop.
#pragma once

#include <httplib.h>

#include <string>

#include "http/check_handler.h"
#include "http/knowledge_handler.h"
#include "http/router.h"
#include "net/http_front.h"
#include "pack/knowledge_store.h"

namespace crosscheck {

/// Answers HTTP from the rules in `store`.
///
/// Thread safety: stop() may be called from any thread; the rest from one.
/// Lifetime: borrows the store, which must outlive it.
class HttpServer {
 public:
  /// `threads` answer requests; 0 stands for one a core.
  HttpServer(const KnowledgeStore& store, const Limits& limits, std::size_t threads);

  /// Binds to `host` and `port` (0 picks a free one) and returns the port, or
  /// -1 when that is not possible, as when another program has the port; `error`
  /// says why.
  int bind(const std::string& host, int port, std::string& error);

  /// Serves until stop(); false if the listener died by itself.
  bool serve();
  void stop();

 private:
  void add_routes();
  void set_up_library();
  void answer(const httplib::Request& request, httplib::Response& response) const;

  const KnowledgeStore& store_;
  CheckHandler check_;
  KnowledgeHandler knowledge_;
  Router router_;
  HttpFront front_;
};

}  // namespace crosscheck
