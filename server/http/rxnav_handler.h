// GET /REST/…
#pragma once

#include "http/call.h"
#include "http/metrics.h"
#include "pack/knowledge_store.h"
#include "rxnav/outline.h"

namespace crosscheck {

/// The retired Drug Interaction API of RxNav, for clients that know no other.
///
/// Thread safety: holds no state of its own; called from many threads.
/// Lifetime: borrows the store and the metrics, which must outlive it.
class RxnavHandler {
 public:
  /// `empty_groups`: an answer without findings has an empty group rather than none.
  RxnavHandler(const KnowledgeStore& store, Metrics& metrics, bool empty_groups)
      : store_(store), metrics_(metrics), empty_groups_(empty_groups) {}

  void list(Call& call) const;
  void interaction(Call& call) const;
  void sources(Call& call) const;
  void version(Call& call) const;
  void rxcui(Call& call) const;
  void approximate_term(Call& call) const;
  void drugs(Call& call) const;

 private:
  template <typename Write>
  void answer_about(Call& call, std::string_view parameter, Write write) const;
  template <typename Write>
  void answer_simply(Call& call, Write write) const;

  const KnowledgeStore& store_;
  Metrics& metrics_;
  const bool empty_groups_;
};

}  // namespace crosscheck
