// POST /v1/check/batch
#pragma once

#include "http/call.h"
#include "http/metrics.h"
#include "pack/knowledge_store.h"

namespace crosscheck {

/// Answers a question a line, a line each, in their order and all by the same rules:
/// a report, or the problem of a line that was not answered, in its place.  The answer
/// is sent as it is made, so it is never in memory as a whole.
///
/// Thread safety: holds no state of its own; called from many threads.
/// Lifetime: borrows both, which must outlive it and every answer.
class BatchHandler {
 public:
  BatchHandler(const KnowledgeStore& store, Metrics& metrics)
      : store_(store), metrics_(metrics) {}

  void post(Call& call) const;

 private:
  const KnowledgeStore& store_;
  Metrics& metrics_;
};

}  // namespace crosscheck
