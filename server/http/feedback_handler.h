// POST /cds-services/{id}/feedback and GET /v1/feedback/summary
#pragma once

#include "feedback/feedback_store.h"
#include "http/call.h"

namespace crosscheck {

/// Keeps what clinicians did with the cards, and tells it rule by rule.
///
/// Both may wait for a disk, so their routes are for workers.  An answer 200 means
/// that the outcomes are on the disk.
/// Thread safety: holds no state of its own; called from many threads.
/// Lifetime: borrows the store; without one both answer 404, as a service without
/// feedback does.
class FeedbackHandler {
 public:
  void use(FeedbackStore* store) { store_ = store; }  ///< Before the first request.

  void post(Call& call) const;
  void summary(Call& call) const;

 private:
  FeedbackStore* store_ = nullptr;
};

}  // namespace crosscheck
