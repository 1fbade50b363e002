// Holds the rules that are in force, and replaces them whole.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>

#include "check/rules_in_force.h"
#include "json/problem.h"

namespace crosscheck {

using RulesHandle = std::shared_ptr<const RulesInForce>;

/// Builds the rules from a directory, or reports why not.
using RulesLoader = std::function<RulesHandle(const std::filesystem::path&, Problems&)>;

/// The one mutable cell of the service.
///
/// Thread safety: any thread may call any method.  current() blocks only while
/// a pointer is copied, never while files are read.
class KnowledgeStore {
 public:
  /// Whether a reload may put an older version in force.
  enum class Rollback { allowed, refused };

  KnowledgeStore(std::filesystem::path directory, RulesLoader loader,
                 Rollback rollback = Rollback::allowed);

  /// The rules in force, null until the first successful reload().  Hold the
  /// handle for the whole of one request: a reload then cannot change the
  /// answer half-way, and the old rules die with their last reader.
  RulesHandle current() const;

  /// Reads all files again.  All or nothing: on any problem the rules in force
  /// stay in force and every problem is returned.
  Problems reload();

 private:
  const std::filesystem::path directory_;
  const RulesLoader loader_;
  const Rollback rollback_;
  std::mutex reloading_;      // Held for the whole of reload(): one at a time.
  mutable std::mutex guard_;  // Guards current_.
  RulesHandle current_;
};

}  // namespace crosscheck
