// /fhir/…: the check as a FHIR operation.
#pragma once

#include "http/call.h"
#include "http/metrics.h"
#include "pack/knowledge_store.h"

namespace crosscheck {

/// Translates one HTTP request into one call of check() and back, in FHIR's words;
/// what it refuses, it refuses with an OperationOutcome.
///
/// Thread safety: holds no state of its own; called from many threads.
/// Lifetime: borrows both, which must outlive it.
class FhirHandler {
 public:
  FhirHandler(const KnowledgeStore& store, Metrics& metrics)
      : store_(store), metrics_(metrics) {}

  void check_interactions(Call& call) const;
  void metadata(Call& call) const;
  void operation(Call& call) const;

 private:
  const KnowledgeStore& store_;
  Metrics& metrics_;
};

}  // namespace crosscheck
