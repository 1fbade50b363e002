// Puts new rules in force, and tells everybody who should know.
#pragma once

#include <mutex>

#include "http/metrics.h"
#include "pack/knowledge_store.h"
#include "pack/rules_difference.h"

namespace crosscheck {

/// Reloads the store, by a signal or by a request, and logs what came of it.
///
/// Thread safety: any thread may call any method.
/// Lifetime: borrows both.
class Reloader {
 public:
  Reloader(KnowledgeStore& store, Metrics& metrics) : store_(store), metrics_(metrics) {}

  struct Outcome {
    Problems problems;           ///< Empty: the new rules are in force.
    RulesDifference difference;  ///< Of the rules in force from before.
  };
  /// There must be rules in force.
  Outcome reload();
  /// Those of the last reload().
  Problems last_problems() const;

 private:
  KnowledgeStore& store_;
  Metrics& metrics_;
  std::mutex reloading_;      // Held for the whole of reload(): one at a time.
  mutable std::mutex guard_;  // Guards last_problems_.
  Problems last_problems_;
};

}  // namespace crosscheck
