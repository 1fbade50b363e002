// GET /rules, /rules/{id}: the rules as pages for people
#pragma once

#include <string>
#include <string_view>

#include "http/call.h"
#include "pack/knowledge_store.h"

namespace crosscheck {

/// Shows the rules in force to whoever reads them in a browser, without scripts.
///
/// Thread safety: holds no state that changes; called from many threads.
/// Lifetime: borrows the store, which must outlive it.
class RulePageHandler {
 public:
  /// `frame_ancestors`: as read_frame_ancestors() gives it.
  RulePageHandler(const KnowledgeStore& store, std::string_view frame_ancestors);

  void index(Call& call) const;
  void rule(Call& call) const;
  void style(Call& call) const;

 private:
  void answer(Call& call, const RulesInForce& rules, std::string_view today,
              std::string body) const;

  const KnowledgeStore& store_;
  std::string policy_;
};

}  // namespace crosscheck
