#include "http/cds_callers.h"

#include <ctime>
#include <string>

#include "http/bearer.h"

namespace crosscheck {

CdsCallers::Answer CdsCallers::judge(const httplib::Request& request) const {
  const bool is_discovery = request.method == "GET" || request.method == "HEAD";
  if (is_discovery && !request.has_header("Authorization")) return Answer::allowed;
  const std::string header = request.get_header_value("Authorization");
  const auto token = bearer_token(header);
  if (!token) return Answer::no_token;
  const TokenVerdict verdict = verifier_.judge(*token, request.path, std::time(nullptr));
  metrics_.count_token(to_string(verdict));
  if (verdict == TokenVerdict::malformed) return Answer::no_token;
  return verdict == TokenVerdict::allowed ? Answer::allowed : Answer::refused;
}

}  // namespace crosscheck
