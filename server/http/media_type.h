// Which representation a client accepts, and which one it sent.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

/// The best of `offered` by RFC 9110 (quality first, then the order of
/// `offered`; a specific range goes before a wildcard), or "" if an Accept
/// header refuses them all.  An empty header accepts everything; a range with a
/// quality that is none, as "q=nan", is passed over.
std::string_view negotiate(std::string_view accept,
                           std::initializer_list<std::string_view> offered);

/// The values of the parameter `name`, in lower case, of all media types of a header.
std::vector<std::string> parameters(std::string_view header, std::string_view name);

/// Whether an Accept-Encoding header accepts `coding`, by name or by `*`, with a
/// quality above 0.  An empty one accepts none.
bool accepts_coding(std::string_view accept, std::string_view coding);

/// Whether a Content-Type header names JSON in UTF-8: "application/json",
/// with no charset or with utf-8.
bool is_json(std::string_view content_type);

/// The same for FHIR, which may also be sent as plain JSON.
inline constexpr std::string_view kFhirJson = "application/fhir+json";
bool is_fhir_json(std::string_view content_type);

/// The same for lines of JSON: "application/x-ndjson" and the other names it has.
inline constexpr std::string_view kNdjson = "application/x-ndjson";
bool is_ndjson(std::string_view content_type);

}  // namespace crosscheck
