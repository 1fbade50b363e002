#include "http/reply.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "http/compression.h"
#include "json/json_writer.h"

namespace crosscheck {
namespace {

constexpr const char* kProblemType = "application/problem+json";

constexpr const char* kNever = "no-store";
// To be kept, but not used without asking whether it is still so.
constexpr const char* kAskEachTime = "no-cache";

void fill_head(httplib::Response& response, int status, const char* caching) {
  response.status = status;
  response.set_header("Cache-Control", caching);
}

void fill(httplib::Response& response, int status, std::string body,
          const char* content_type, const char* caching) {
  fill_head(response, status, caching);
  response.body = std::move(body);
  response.set_header("Content-Type", content_type);
}

}  // namespace

bool has_tag(std::string_view header, std::string_view tag) {
  while (!header.empty()) {
    std::string_view one = header.substr(0, header.find(','));
    header.remove_prefix(std::min(one.size() + 1, header.size()));
    one.remove_prefix(std::min(one.find_first_not_of(" \t"), one.size()));
    one = one.substr(0, one.find_last_not_of(" \t") + 1);
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == tag || one == "*") return true;
  }
  return false;
}

void reply(httplib::Response& response, int status, std::string body,
           const char* content_type) {
  fill(response, status, std::move(body), content_type, kNever);
}

void reply_in_pieces(const httplib::Request& request, httplib::Response& response,
                     const char* content_type,
                     httplib::ContentProviderWithoutLength write_next) {
  fill_head(response, 200, kNever);
  if (request.version == "HTTP/1.0")
    response.set_content_provider(content_type, std::move(write_next));
  else
    response.set_chunked_content_provider(content_type, std::move(write_next));
}

void reply_tagged(const httplib::Request& request, httplib::Response& response,
                  std::string body, std::string_view tag, const char* content_type) {
  const bool is_large = is_compressible(body.size(), content_type);
  // Other bytes need another strong tag.
  const bool is_packed = is_large && accepts_gzip(request);
  const std::string quoted = '"' + std::string(tag) + (is_packed ? "-gzip\"" : "\"");
  if (has_tag(request.get_header_value("If-None-Match"), quoted)) {
    fill_head(response, 304, kAskEachTime);
    if (is_large) add_vary(response, "Accept-Encoding");
  } else {
    fill(response, 200, std::move(body), content_type, kAskEachTime);
  }
  response.set_header("ETag", quoted);
}

std::string problem_body(int status, std::string_view detail, const Problems& problems) {
  std::string body;
  JsonWriter json(body);
  json.begin_object();
  json.member("type", std::string_view("about:blank"));
  json.member("title", status_title(status));
  json.member("status", status);
  json.member("detail", detail);
  json.begin_array("errors");
  for (const Problem& problem : problems) {
    json.begin_object();
    json.member("pointer", problem.pointer);
    json.member("detail", problem.message);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return body;
}

void reply_problems(httplib::Response& response, int status, std::string_view detail,
                    const Problems& problems) {
  reply(response, status, problem_body(status, detail, problems), kProblemType);
}

void reply_problem(httplib::Response& response, int status, std::string_view detail) {
  reply_problems(response, status, detail, {});
}

void add_vary(httplib::Response& response, std::string_view header) {
  const auto known = response.headers.find("Vary");
  if (known == response.headers.end())
    response.set_header("Vary", std::string(header));
  else if (known->second.find(header) == std::string::npos)
    known->second.append(", ").append(header);
}

void add_security_headers(httplib::Response& response) {
  static constexpr std::array<std::pair<const char*, const char*>, 5> kHeaders{{
      {"Cache-Control", "no-store"},
      {"X-Content-Type-Options", "nosniff"},
      {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  }};
  for (const auto& [name, value] : kHeaders) {
    if (!response.has_header(name)) response.set_header(name, value);
  }
}

std::string_view status_title(int status) {
  static constexpr auto kTitles = std::to_array<std::pair<int, std::string_view>>({
      {204, "No Content"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {406, "Not Acceptable"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {411, "Length Required"},
      {412, "Precondition Failed"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {415, "Unsupported Media Type"},
      {416, "Range Not Satisfiable"},
      {422, "Unprocessable Content"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {503, "Service Unavailable"},
      {505, "HTTP Version Not Supported"},
  });
  for (const auto& [known, title] : kTitles) {
    if (known == status) return title;
  }
  return "Error";
}

}  // namespace crosscheck
