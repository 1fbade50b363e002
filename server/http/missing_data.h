// What a hook call lacks, from the record system that it names.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "ehr/fetch_result.h"
#include "ehr/fhir_servers.h"
#include "http/metrics.h"

namespace crosscheck {

/// Asks fhirServer of a call, with the token of its fhirAuthorization, for what prefetch
/// was to hold.  Takes as long as FhirServers::time_out(): for workers only.  The token
/// is sent to that server and goes nowhere else.
///
/// Thread safety: any thread.
/// Lifetime: borrows both.
class MissingData {
 public:
  MissingData(FhirServers& servers, Metrics& metrics)
      : servers_(servers), metrics_(metrics) {}

  /// Adds to `call`, an object with a context, every key of prefetch that it has not.
  /// Returns what became of the current medications; unless they were `answered`, the
  /// call is as it was.  What else cannot be had stands as an OperationOutcome, which is
  /// how a client would say it.
  FetchResult complete(nlohmann::json& call) const;

 private:
  FetchResult ask_all(nlohmann::json& call) const;

  FhirServers& servers_;
  Metrics& metrics_;
};

}  // namespace crosscheck
