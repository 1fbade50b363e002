#include "http/cross_origin.h"

#include <algorithm>

#include "http/reply.h"

namespace crosscheck {
namespace {

// Browsers keep a preflight for two hours at most.
constexpr const char* kMaxAge = "7200";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// scheme://host or scheme://host:port in small letters: anything else, such as a
// path, would never be equal to what a browser sends.
bool is_origin(std::string_view text) {
  constexpr std::string_view kSecure = "https://", kPlain = "http://";
  if (text.starts_with(kSecure))
    text.remove_prefix(kSecure.size());
  else if (text.starts_with(kPlain))
    text.remove_prefix(kPlain.size());
  else
    return false;
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == ':' || c == '[' || c == ']';
  });
}

}  // namespace

CrossOrigin CrossOrigin::read(std::string_view origins, Problems& problems) {
  CrossOrigin read;
  if (trimmed(origins) == "*") {
    read.allows_all_ = true;
    return read;
  }
  while (!origins.empty()) {
    const std::size_t comma = std::min(origins.find(','), origins.size());
    const std::string_view origin = trimmed(origins.substr(0, comma));
    origins.remove_prefix(std::min(comma + 1, origins.size()));
    if (is_origin(origin))
      read.origins_.emplace_back(origin);
    else
      problems.push_back({"settings", "",
                          "cors-origins: expected origins as https://ehr.example, or * "
                          "alone; found " +
                              std::string(origin)});
  }
  return read;
}

bool CrossOrigin::allows(std::string_view origin) const {
  return allows_all_ ||
         std::find(origins_.begin(), origins_.end(), origin) != origins_.end();
}

bool CrossOrigin::is_preflight(const httplib::Request& request) const {
  return request.method == "OPTIONS" && request.has_header("Origin") &&
         request.has_header("Access-Control-Request-Method") &&
         allows(request.get_header_value("Origin"));
}

void CrossOrigin::answer_preflight(std::string_view methods,
                                   httplib::Response& response) {
  response.status = 204;
  response.set_header("Access-Control-Allow-Methods", std::string(methods));
  response.set_header("Access-Control-Allow-Headers",
                      "Content-Type, Authorization, Accept, X-Request-ID, traceparent");
  response.set_header("Access-Control-Max-Age", kMaxAge);
}

void CrossOrigin::write(const httplib::Request& request,
                        httplib::Response& response) const {
  if (!allows_all_ && origins_.empty()) return;
  if (!allows_all_) add_vary(response, "Origin");  // for whoever keeps the answer
  const std::string origin = request.get_header_value("Origin");
  if (!allows(origin)) return;
  response.set_header("Access-Control-Allow-Origin", allows_all_ ? "*" : origin);
  response.set_header(
      "Access-Control-Expose-Headers",
      "X-Request-ID, ETag, Retry-After, X-Unknown-Rxcuis, X-Ambiguous-Rxcuis, "
      "X-Not-Covered-Rxcuis");
}

}  // namespace crosscheck
