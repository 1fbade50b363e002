// GET /cds-services, POST /cds-services/{id}
#pragma once

#include <string>

#include "cds/card.h"
#include "cds/repeated_alerts.h"
#include "feedback/feedback_store.h"
#include "http/call.h"
#include "http/metrics.h"
#include "http/missing_data.h"
#include "pack/knowledge_store.h"

namespace crosscheck {

/// CDS Hooks 2.0: a call in, cards out.
///
/// Thread safety: called from many threads.
/// Lifetime: borrows all it is given, which must outlive it.
class CdsHandler {
 public:
  /// `public_url`: where clients reach the service, for links; "" where nobody said.
  CdsHandler(const KnowledgeStore& store, Metrics& metrics, std::string public_url)
      : store_(store), metrics_(metrics), public_url_(std::move(public_url)) {}

  /// Has every card noted, so that feedback on it leads to its rules; null: none.
  /// Before the first request.
  void note_shown_in(FeedbackStore* store) { feedback_ = store; }

  /// Has what a call lacks asked from its FHIR server; null: never.  Calls may then take
  /// as long as that.  Before the first request.
  void complete_by(const MissingData* missing) { missing_ = missing; }

  void discover(Call& call) const;
  void answer(Call& call);

 private:
  const KnowledgeStore& store_;
  Metrics& metrics_;
  const std::string public_url_;
  FeedbackStore* feedback_ = nullptr;
  const MissingData* missing_ = nullptr;
  RepeatedAlerts shown_;
};

}  // namespace crosscheck
