// Puts new rules in force, and tells everybody who should know.
#pragma once

#include <functional>
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

  /// Who is told of each reload, one at a time: before, and after it with the rules
  /// in force.
  struct Watcher {
    std::function<void()> begins;
    std::function<void(const RulesInForce&, bool successful)> ended;
  };
  /// Before the first reload().
  void tell(Watcher watcher) { watcher_ = std::move(watcher); }

  struct Outcome {
    Problems problems;           ///< Empty: the new rules are in force.
    RulesDifference difference;  ///< Of the rules in force from before.
  };
  /// There must be rules in force.
  Outcome reload();
  /// Those of the last reload().
  Problems last_problems() const;

 private:
  void note_problems(const Problems& problems);

  KnowledgeStore& store_;
  Metrics& metrics_;
  Watcher watcher_;
  std::mutex reloading_;      // Held for the whole of reload(): one at a time.
  mutable std::mutex guard_;  // Guards last_problems_.
  Problems last_problems_;
};

}  // namespace crosscheck
