#include "ehr/fhir_inquiry.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/json_reader.h"

namespace crosscheck {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool consists_of(std::string_view text, std::string_view signs) {
  return std::all_of(text.begin(), text.end(), [signs](char c) {
    return is_letter_or_digit(c) || signs.find(c) != std::string_view::npos;
  });
}

std::string text_of(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>()
                                                     : std::string();
}

// The address of the next page, or "".
std::string next_of(const nlohmann::json& bundle) {
  const auto links = bundle.find("link");
  if (links == bundle.end() || !links->is_array()) return {};
  for (const nlohmann::json& link : *links) {
    if (link.is_object() && text_of(link, "relation") == "next")
      return text_of(link, "url");
  }
  return {};
}

bool is_search_result(const nlohmann::json& resource) {
  const auto entries = resource.find("entry");
  return text_of(resource, "resourceType") == "Bundle" &&
         (entries == resource.end() || entries->is_array());
}

void move_page(nlohmann::json& from, nlohmann::json& to) {
  // Pages may differ in what they say was found: the most, or what is no number, is kept.
  if (const auto total = from.find("total"); total != from.end())
    to["total"] = to.contains("total") ? std::max(to["total"], *total) : *total;
  nlohmann::json& entries = to["entry"];
  if (!from.contains("entry")) return;
  for (nlohmann::json& entry : from["entry"]) entries.push_back(std::move(entry));
}

}  // namespace

bool FhirInquiry::is_token(std::string_view token) {
  constexpr std::size_t kLongest = 8192;
  return token.size() <= kLongest && consists_of(token, "-._~+/=");
}

bool FhirInquiry::is_id(std::string_view id) {
  constexpr std::size_t kLongest = 64;
  return !id.empty() && id.size() <= kLongest && consists_of(id, "-.") &&
         id.find("..") == std::string_view::npos && id != ".";
}

FhirAnswer FhirInquiry::ask(std::string_view query) {
  FhirAnswer answer = read_page(base_ + "/" + std::string(query));
  if (answer.result != FetchResult::answered) return answer;
  if (text_of(*answer.resource, "resourceType") != "Bundle") return answer;
  if (!is_search_result(*answer.resource)) return {FetchResult::not_fhir};
  JsonDocument all(new nlohmann::json{{"resourceType", "Bundle"},
                                      {"type", "searchset"},
                                      {"entry", nlohmann::json::array()}});
  for (std::size_t pages = 1;; ++pages) {
    const std::string next = next_of(*answer.resource);
    move_page(*answer.resource, *all);
    if (next.empty()) return {FetchResult::answered, std::move(all)};
    const std::string url = within(next);
    if (url.empty()) return {FetchResult::redirect};
    if (pages == kMostPages) return {FetchResult::too_large};
    answer = read_page(url);
    if (answer.result != FetchResult::answered) return answer;
    if (!is_search_result(*answer.resource)) return {FetchResult::not_fhir};
  }
}

FhirAnswer FhirInquiry::read_page(const std::string& url) {
  const Fetched fetched = get_.get(url, deadline_, left_);
  if (fetched.result != FetchResult::answered) return {fetched.result};
  left_ -= fetched.body.size();
  Problems problems;
  JsonDocument resource = read_json(fetched.body, "answer of the FHIR server", problems);
  if (resource == nullptr || !resource->is_object()) return {FetchResult::not_fhir};
  const std::string type = text_of(*resource, "resourceType");
  if (type.empty() || type == "OperationOutcome") return {FetchResult::not_fhir};
  return {FetchResult::answered, std::move(resource)};
}

// The address if it lies in the base, and so on the same server; else "".
std::string FhirInquiry::within(std::string_view next) const {
  const bool plain = std::all_of(next.begin(), next.end(), [](char c) {
    return c > ' ' && c < '\x7f' && c != '\\' && c != '#';
  });
  const std::string_view path = next.substr(0, next.find('?'));
  const bool climbs = path.find("..") != std::string_view::npos ||
                      path.find('%') != std::string_view::npos;
  if (!plain || climbs || !next.starts_with(base_)) return {};
  const std::string_view rest = next.substr(base_.size());
  const bool inside = rest.empty() || rest.front() == '/' || rest.front() == '?';
  return inside ? std::string(next) : std::string();
}

}  // namespace crosscheck
