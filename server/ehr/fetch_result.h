// What became of a question to a record system.
#pragma once

#include <string_view>

namespace crosscheck {

enum class FetchResult {
  answered,
  no_server,    ///< The call names none.
  not_listed,   ///< Not one of those that may be asked.
  bad_request,  ///< A token or an id that cannot be part of a request.
  busy,         ///< Too many questions at once.
  unreachable,
  too_late,
  refused,  ///< 401 or 403.
  failed,   ///< Another status than 200.
  redirect,
  too_large,
  not_fhir  ///< No JSON, no resource, or one that tells an error.
};

/// A short name, for a metric.
std::string_view to_string(FetchResult result);
/// Why there is no answer, as the end of a sentence: "it did not answer in time".
std::string_view reason(FetchResult result);

}  // namespace crosscheck
