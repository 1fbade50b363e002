// What operators and supervisors ask: alive, ready, numbers, reload.
#pragma once

#include <atomic>
#include <functional>

#include "http/call.h"
#include "http/metrics.h"
#include "http/reloader.h"

namespace crosscheck {

/// Thread safety: called from many threads.
/// Lifetime: borrows all it is given.
class OperationHandler {
 public:
  OperationHandler(const KnowledgeStore& store, Metrics& metrics, Reloader& reloader)
      : store_(store), metrics_(metrics), reloader_(reloader) {}

  void alive(Call& call) const;
  /// 503 while the service drains, and when the rules have expired.  With ?verbose: the
  /// rules in force, and the faults of those that were last refused.
  void ready(Call& call) const;
  void metrics(Call& call) const;
  /// 403 for a page in a browser, whatever its origin.
  void reload(Call& call) const;

  /// From now on not ready.
  void drain() { draining_ = true; }
  /// Who knows the number of open connections.
  void count_connections(std::function<std::size_t()> count) {
    connections_ = std::move(count);
  }

 private:
  const KnowledgeStore& store_;
  Metrics& metrics_;
  Reloader& reloader_;
  std::atomic<bool> draining_{false};
  std::function<std::size_t()> connections_;
};

}  // namespace crosscheck
