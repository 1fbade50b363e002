#include "http/cds_callers.h"

#include <ctime>
#include <string>

namespace crosscheck {

CdsCallers::Answer CdsCallers::judge(const httplib::Request& request) const {
  constexpr std::string_view kBearer = "Bearer ";
  const bool is_discovery = request.method == "GET" || request.method == "HEAD";
  if (is_discovery && !request.has_header("Authorization")) return Answer::allowed;
  const std::string header = request.get_header_value("Authorization");
  if (!header.starts_with(kBearer)) return Answer::no_token;
  const TokenVerdict verdict = verifier_.judge(
      std::string_view(header).substr(kBearer.size()), request.path, std::time(nullptr));
  metrics_.count_token(to_string(verdict));
  if (verdict == TokenVerdict::malformed) return Answer::no_token;
  return verdict == TokenVerdict::allowed ? Answer::allowed : Answer::refused;
}

}  // namespace crosscheck
