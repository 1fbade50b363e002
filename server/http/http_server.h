// The service on the network: routes, limits, start and stop.
#pragma once

#include <httplib.h>

#include <string>

#include "http/check_handler.h"
#include "http/knowledge_handler.h"
#include "http/router.h"
#include "pack/knowledge_store.h"

namespace crosscheck {

/// Larger request bodies are refused, in bytes.
inline constexpr std::size_t kLargestBody = 1024 * 1024;

/// Answers HTTP from the rules in `store`.
///
/// Thread safety: stop() may be called from any thread; the rest from one.
/// Lifetime: borrows the store, which must outlive it.
class HttpServer {
 public:
  explicit HttpServer(const KnowledgeStore& store);

  /// Binds to `host` and `port` (0 picks a free one) and returns the port, or
  /// -1 when that is not possible, as when another program has the port.
  int bind(const std::string& host, int port);

  /// Serves until stop(); false if the listener died by itself.
  bool serve();
  void stop();

 private:
  void add_routes();
  void set_up_library();
  void answer_with_body(const httplib::Request& request, httplib::Response& response,
                        const httplib::ContentReader& read_body) const;
  void answer(const httplib::Request& request, const std::string& body,
              httplib::Response& response) const;

  const KnowledgeStore& store_;
  CheckHandler check_;
  KnowledgeHandler knowledge_;
  Router router_;
  httplib::Server library_;
};

}  // namespace crosscheck
