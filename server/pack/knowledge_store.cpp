#include "pack/knowledge_store.h"

#include <cassert>
#include <utility>

namespace crosscheck {

KnowledgeStore::KnowledgeStore(std::filesystem::path directory, RulesLoader loader)
    : directory_(std::move(directory)), loader_(std::move(loader)) {}

RulesHandle KnowledgeStore::current() const {
  const std::lock_guard lock(guard_);
  return current_;
}

Problems KnowledgeStore::reload() {
  const std::lock_guard one_at_a_time(reloading_);
  Problems problems;
  RulesHandle fresh = loader_(directory_, problems);
  if (!problems.empty()) return problems;
  assert(fresh != nullptr);
  const std::lock_guard lock(guard_);
  current_.swap(fresh);  // The old rules are released after the lock.
  return {};
}

}  // namespace crosscheck
