#include "ehr/fetch_result.h"

#include <array>
#include <utility>

namespace crosscheck {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kWords{{
    {"answered", "it answered"},
    {"no_server", "the call names no fhirServer"},
    {"not_listed", "fhirServer is none that this service may ask"},
    {"bad_request", "the patient's id or the access token has a form that none may have"},
    {"busy", "too many are being asked at once"},
    {"unreachable", "it could not be reached"},
    {"too_late", "it did not answer in time"},
    {"refused", "it refused the access token, or asks for one"},
    {"failed", "it answered with an error"},
    {"redirect", "it answered with a redirection, which is not followed"},
    {"too_large", "it answered with more than is read"},
    {"not_fhir", "its answer is no FHIR resource, or tells an error"},
}};

}  // namespace

std::string_view to_string(FetchResult result) {
  return kWords[static_cast<std::size_t>(result)].first;
}

std::string_view reason(FetchResult result) {
  return kWords[static_cast<std::size_t>(result)].second;
}

}  // namespace crosscheck
