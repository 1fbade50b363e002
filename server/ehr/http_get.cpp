#include "ehr/http_get.h"

#include <curl/curl.h>

#include <algorithm>
#include <new>

namespace crosscheck {
namespace {

struct Body {
  std::string text;
  std::size_t most = 0;
  bool too_large = false;
};

std::size_t take(const char* data, std::size_t, std::size_t size, void* to) noexcept {
  Body& body = *static_cast<Body*>(to);
  if (size > body.most - body.text.size()) {
    body.too_large = true;
    return 0;
  }
  try {
    body.text.append(data, size);
  } catch (const std::bad_alloc&) {
    return 0;
  }
  return size;
}

FetchResult result_of(CURLcode code, const Body& body, long status) {
  constexpr long kOk = 200, kRedirect = 300, kError = 400, kUnauthorised = 401,
                 kForbidden = 403;
  if (body.too_large) return FetchResult::too_large;
  if (code == CURLE_OPERATION_TIMEDOUT) return FetchResult::too_late;
  if (code != CURLE_OK) return FetchResult::unreachable;
  if (status == kOk) return FetchResult::answered;
  if (status == kUnauthorised || status == kForbidden) return FetchResult::refused;
  const bool redirects = status >= kRedirect && status < kError;
  return redirects ? FetchResult::redirect : FetchResult::failed;
}

}  // namespace

void HttpGet::Free::operator()(void* handle) const noexcept {
  curl_easy_cleanup(handle);
}

void HttpGet::FreeHeaders::operator()(void* headers) const noexcept {
  curl_slist_free_all(static_cast<curl_slist*>(headers));
}

void HttpGet::set_up() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
}

void HttpGet::add_header(const std::string& line) {
  curl_slist* list =
      curl_slist_append(static_cast<curl_slist*>(headers_.get()), line.c_str());
  if (list == nullptr) throw std::bad_alloc();
  static_cast<void>(headers_.release());
  headers_.reset(list);
}

HttpGet::HttpGet(const std::string& token) : handle_(curl_easy_init()) {
  if (handle_ == nullptr) throw std::bad_alloc();
  add_header("Accept: application/fhir+json, application/json;q=0.9");
  if (!token.empty()) add_header("Authorization: Bearer " + token);
  CURL* handle = handle_.get();
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers_.get());
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "crosscheck/" CROSSCHECK_VERSION);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
}

Fetched HttpGet::get(const std::string& url, Time deadline, std::size_t most) {
  using std::chrono::milliseconds;
  const auto left = std::chrono::duration_cast<milliseconds>(
      deadline - std::chrono::steady_clock::now());
  if (left <= milliseconds(0)) return {FetchResult::too_late};
  CURL* handle = handle_.get();
  Body body{{}, most};
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
  const CURLcode code = curl_easy_perform(handle);
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  const FetchResult result = result_of(code, body, status);
  if (result != FetchResult::answered) return {result};
  return {result, std::move(body.text)};
}

}  // namespace crosscheck
