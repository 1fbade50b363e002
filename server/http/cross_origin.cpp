#include "http/cross_origin.h"

#include <algorithm>

#include "http/origin.h"
#include "http/reply.h"

namespace crosscheck {
namespace {

// Browsers keep a preflight for two hours at most.
constexpr const char* kMaxAge = "7200";

}  // namespace

CrossOrigin CrossOrigin::read(std::string_view origins, Problems& problems) {
  CrossOrigin read;
  const std::vector<std::string_view> parts = split_origins(origins);
  if (parts.size() == 1 && parts.front() == "*") {
    read.allows_all_ = true;
    return read;
  }
  for (const std::string_view origin : parts) {
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
