// Who may call the CDS services, beside callers with a key.
#pragma once

#include <httplib.h>

#include "access/token_verifier.h"
#include "http/metrics.h"

namespace crosscheck {

/// Judges the tokens of CDS clients and counts what was found; nothing of a token is
/// kept or logged.
///
/// Thread safety: any thread.
/// Lifetime: borrows both.
class CdsCallers {
 public:
  enum class Answer {
    allowed,
    refused,
    no_token  ///< It may be a key.
  };
  CdsCallers(TokenVerifier& verifier, Metrics& metrics)
      : verifier_(verifier), metrics_(metrics) {}

  /// Discovery (GET) needs no token, but one that is sent must be good.
  Answer judge(const httplib::Request& request) const;

 private:
  TokenVerifier& verifier_;
  Metrics& metrics_;
};

}  // namespace crosscheck
