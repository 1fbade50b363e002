#include "net/host.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kAddressBytes = "0123456789abcdefABCDEF:.";
constexpr std::string_view kNameBytes =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-._~%";

bool has_only(std::string_view text, std::string_view bytes) {
  return text.find_first_not_of(bytes) == std::string_view::npos;
}

}  // namespace

bool is_host(std::string_view text) {
  const bool is_address = text.starts_with('[');
  const std::size_t end =
      is_address ? text.find(']') : std::min(text.find(':'), text.size());
  if (end == std::string_view::npos) return false;
  const std::string_view name =
      is_address ? text.substr(1, end - 1) : text.substr(0, end);
  const std::string_view port = text.substr(is_address ? end + 1 : end);
  return has_only(name, is_address ? kAddressBytes : kNameBytes) &&
         (port.empty() || (port.front() == ':' && has_only(port.substr(1), kDigits)));
}

}  // namespace crosscheck
