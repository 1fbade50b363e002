// GET /v1/drugs, /v1/classes, /v1/rules, /v1/sources, /v1/knowledge
#pragma once

#include "http/call.h"
#include "pack/knowledge_store.h"

namespace crosscheck {

/// Shows what the service knows.
///
/// Thread safety: holds no state of its own; called from many threads.
/// Lifetime: borrows the store, which must outlive it.
class KnowledgeHandler {
 public:
  explicit KnowledgeHandler(const KnowledgeStore& store) : store_(store) {}

  void search_drugs(Call& call) const;
  void drug(Call& call) const;
  void classes(Call& call) const;
  void drug_class(Call& call) const;
  void rules(Call& call) const;
  void rule(Call& call) const;
  void sources(Call& call) const;
  void knowledge(Call& call) const;

 private:
  /// What is always the same for one set of rules and one program may be kept by the
  /// client; a search may not, as it may name what a patient takes.
  enum class Caching { none, by_rules };

  template <typename Write>
  void answer(Call& call, Caching caching, Write write) const;

  const KnowledgeStore& store_;
};

}  // namespace crosscheck
