// POST and GET /v1/check
#pragma once

#include "check/question.h"
#include "http/call.h"
#include "http/metrics.h"
#include "pack/knowledge_store.h"

namespace crosscheck {

/// Translates one HTTP request into one call of check() and back.  Decides
/// nothing about drugs.
///
/// Thread safety: holds no state of its own; called from many threads.
/// Lifetime: borrows both, which must outlive it.
class CheckHandler {
 public:
  CheckHandler(const KnowledgeStore& store, Metrics& metrics)
      : store_(store), metrics_(metrics) {}

  void post(Call& call) const;
  void get(Call& call) const;

 private:
  void answer(const Question& question, Call& call) const;

  const KnowledgeStore& store_;
  Metrics& metrics_;
};

}  // namespace crosscheck
