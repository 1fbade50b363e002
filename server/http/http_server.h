// Routes on the network: one listener.
#pragma once

#include <httplib.h>

#include <string>

#include "http/cds_callers.h"
#include "http/cross_origin.h"
#include "http/metrics.h"
#include "http/router.h"
#include "net/http_front.h"

namespace crosscheck {

/// Answers HTTP by `router`, counts and logs each request.
///
/// Thread safety: stop() and connections() from any thread; the rest from one.
/// Lifetime: borrows the keys, the origins and the metrics.
class HttpServer {
 public:
  /// `threads` answer requests; 0 stands for one a core.
  HttpServer(Router router, const ApiKeys& keys, const CrossOrigin& origins,
             Metrics& metrics, const Limits& limits, std::size_t threads);

  /// Where it will serve; before serve().
  void take(ListeningSocket socket) { front_.take(std::move(socket)); }

  /// Lets CDS clients call the routes of Scope::cds by their tokens; null: only keys
  /// count.  Before serve(); borrows them.
  void accept_tokens(const CdsCallers* callers) { cds_callers_ = callers; }

  /// Serves until stop(); false if the listener died by itself.
  bool serve();
  void stop();
  std::size_t connections() const { return front_.connections(); }

 private:
  void set_up_library();
  void answer(const httplib::Request& request, httplib::Response& response) const;
  void refuse(const Refusal& refusal, const httplib::Request& request,
              httplib::Response& response);
  void finish(const httplib::Request& request, httplib::Response& response) const;
  void end_request(int status);

  bool is_settled_by_token(const httplib::Request& request, httplib::Response& response,
                           bool& refused) const;
  bool refuse_caller(const httplib::Request& request, Scope scope,
                     httplib::Response& response) const;

  Router router_;
  const ApiKeys& keys_;
  const CrossOrigin& origins_;
  Metrics& metrics_;
  const CdsCallers* cds_callers_ = nullptr;
  HttpFront front_;
};

}  // namespace crosscheck
