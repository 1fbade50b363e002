// What a record system says of one patient.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "ehr/fetch_result.h"
#include "ehr/http_get.h"
#include "json/json_document.h"

namespace crosscheck {

/// A resource, if it was `answered`.
struct FhirAnswer {
  FetchResult result = FetchResult::unreachable;
  JsonDocument resource = nullptr;
};

/// The questions of one call to one server, one after the other, within a time and an
/// amount for all of them together.
///
/// Thread safety: one thread at a time; each question may take as long as the deadline.
class FhirInquiry {
 public:
  static constexpr std::size_t kMostBytes = 5U << 20U;
  static constexpr std::size_t kMostPages = 20;

  /// `base` is one of FhirServers; `token` is the client's, or "".
  FhirInquiry(std::string base, const std::string& token,
              std::chrono::steady_clock::time_point deadline)
      : base_(std::move(base)), get_(token), deadline_(deadline) {}

  /// Reads `query`, "Patient/5" or "Condition?patient=5".  All pages of a search become
  /// one Bundle; if one of them cannot be had, or lies outside of the base, there is no
  /// answer at all: a part of a list is not the list.  What the search says it found
  /// stays its `total`.
  FhirAnswer ask(std::string_view query);

  /// Whether a token can be sent: of the signs of RFC 6750, so that it cannot end its
  /// header.
  static bool is_token(std::string_view token);
  /// Whether FHIR allows the id; such an id cannot leave the address it stands in.
  static bool is_id(std::string_view id);

 private:
  FhirAnswer read_page(const std::string& url);
  std::string within(std::string_view next) const;

  const std::string base_;
  HttpGet get_;
  const std::chrono::steady_clock::time_point deadline_;
  std::size_t left_ = kMostBytes;
};

}  // namespace crosscheck
