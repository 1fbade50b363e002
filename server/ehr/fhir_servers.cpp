#include "ehr/fhir_servers.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::string_view kHttps = "https://";
constexpr std::string_view kHttp = "http://";

std::string_view without_slash(std::string_view address) {
  if (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

bool is_this_machine(std::string_view address) {
  for (const std::string_view host : {"127.0.0.1", "localhost", "[::1]"}) {
    if (!address.starts_with(host)) continue;
    const std::string_view rest = address.substr(host.size());
    if (rest.empty() || rest.front() == ':' || rest.front() == '/') return true;
  }
  return false;
}

bool is_base(std::string_view address) {
  const bool secure = address.starts_with(kHttps);
  if (!secure && !address.starts_with(kHttp)) return false;
  const std::string_view rest = address.substr(secure ? kHttps.size() : kHttp.size());
  const bool plain =
      !rest.empty() && rest.front() != '/' && rest.find("..") == std::string_view::npos &&
      std::all_of(rest.begin(), rest.end(), [](char c) {
        return c > ' ' && c < '\x7f' &&
               std::string_view("@?#\\%\"<>").find(c) == std::string_view::npos;
      });
  return plain && (secure || is_this_machine(rest));
}

}  // namespace

std::vector<std::string> FhirServers::read(std::string_view addresses,
                                           Problems& problems) {
  std::vector<std::string> bases;
  while (!addresses.empty()) {
    const std::size_t comma = addresses.find(',');
    const std::string_view one = without_slash(addresses.substr(0, comma));
    addresses.remove_prefix(comma == std::string_view::npos ? addresses.size()
                                                            : comma + 1);
    if (is_base(one))
      bases.emplace_back(one);
    else
      problems.push_back({"--fhir-servers", "",
                          "expected the base address of a FHIR server, https://… (http "
                          "for this machine only); found \"" +
                              std::string(one) + "\""});
  }
  return bases;
}

std::optional<std::string> FhirServers::find(std::string_view base) const {
  const auto found = std::find(bases_.begin(), bases_.end(), without_slash(base));
  return found == bases_.end() ? std::nullopt : std::optional(*found);
}

}  // namespace crosscheck
