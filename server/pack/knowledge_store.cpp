#include "pack/knowledge_store.h"

#include <cassert>
#include <utility>

#include "pack/rules_directory.h"
#include "pack/written_form.h"

namespace crosscheck {

KnowledgeStore::KnowledgeStore(std::filesystem::path directory, RulesLoader loader,
                               Rollback rollback)
    : directory_(std::move(directory)), loader_(std::move(loader)), rollback_(rollback) {}

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
  const RulesHandle old = current();
  if (rollback_ == Rollback::refused && old != nullptr &&
      is_older(fresh->version(), old->version()))
    return {{kReleaseFile, "/version",
             "expected the version " + old->version() +
                 ", which is in force, or a later one; found \"" + fresh->version() +
                 "\""}};
  const std::lock_guard lock(guard_);
  current_.swap(fresh);  // The old rules are released after the lock.
  return {};
}

}  // namespace crosscheck
