#include "net/vetted_request.h"

#include <algorithm>
#include <string>

namespace crosscheck {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kColon = ": ";

// Up to `mark`, which goes too; all where there is none.
std::string_view take_until(std::string_view& text, std::string_view mark) {
  const std::string_view taken = text.substr(0, text.find(mark));
  text.remove_prefix(std::min(taken.size() + mark.size(), text.size()));
  return taken;
}

std::string decoded(std::string_view text) {
  constexpr bool kPlusIsSpace = true;
  return httplib::detail::decode_url(std::string(text), kPlusIsSpace);
}

httplib::Params read_parameters(std::string_view query) {
  httplib::Params parameters;
  while (!query.empty()) {
    std::string_view value = take_until(query, "&");
    if (value.empty()) continue;
    const std::string_view name = take_until(value, "=");
    parameters.emplace(decoded(name), decoded(value));
  }
  return parameters;
}

httplib::Headers read_headers(std::string_view lines) {
  httplib::Headers headers;
  while (lines.size() > kLineEnd.size()) {
    std::string_view value = take_until(lines, kLineEnd);
    const std::string name(take_until(value, kColon));
    const auto known = headers.find(name);
    if (known == headers.end())
      headers.emplace(name, value);
    else
      known->second.append(", ").append(value);
  }
  return headers;
}

}  // namespace

void fill(httplib::Request& request, std::string_view head) {
  std::string_view line = take_until(head, kLineEnd);
  request.method = take_until(line, " ");
  request.target = take_until(line, " ");
  request.version = line;
  std::string_view query = request.target;
  request.path = decoded_path(take_until(query, "?"));
  request.params = read_parameters(query);
  request.headers = read_headers(head);
}

std::string decoded_path(std::string_view path) {
  constexpr bool kPlusIsSpace = false;
  return httplib::detail::decode_url(std::string(path), kPlusIsSpace);
}

}  // namespace crosscheck
