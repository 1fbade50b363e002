#include "http/asset_handler.h"

#include <algorithm>

#include "http/compression.h"
#include "http/origin.h"
#include "http/reply.h"

namespace crosscheck {
namespace {

constexpr std::string_view kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; frame-ancestors ";
constexpr const char* kForEver = "public, max-age=31536000, immutable";
constexpr const char* kAskEachTime = "no-cache";

}  // namespace

AssetHandler::AssetHandler(Assets assets, std::string_view frame_ancestors,
                           std::string_view trusted_types)
    : assets_(assets), policy_(std::string(kPolicy) + std::string(frame_ancestors)) {
  if (!trusted_types.empty()) policy_.append("; trusted-types ").append(trusted_types);
}

void AssetHandler::send(std::string_view name, Call& call) const {
  const auto asset = std::find_if(assets_.begin(), assets_.end(),
                                  [name](const Asset& one) { return one.name == name; });
  if (asset == assets_.end())
    return reply_problem(call.response, 404, "There is nothing at this path.");
  httplib::Response& response = call.response;
  const bool sends_packed = asset->packed && accepts_gzip(call.request);
  // Other bytes need another strong tag.
  const std::string tag =
      '"' + std::string(asset->tag) + (sends_packed ? "-gzip\"" : "\"");
  response.set_header("Cache-Control", asset->lasting ? kForEver : kAskEachTime);
  response.set_header("ETag", tag);
  response.set_header("Content-Security-Policy", policy_);
  if (asset->packed) add_vary(response, "Accept-Encoding");
  if (has_tag(call.request.get_header_value("If-None-Match"), tag)) {
    response.status = 304;
    return;
  }
  response.status = 200;
  response.set_header("Content-Type", std::string(asset->type));
  if (sends_packed) response.set_header("Content-Encoding", "gzip");
  response.body = asset->packed && !sends_packed ? gunzip(asset->bytes, asset->size)
                                                 : std::string(asset->bytes);
}

std::string read_frame_ancestors(std::string_view list, Problems& problems) {
  std::string sources;
  for (const std::string_view origin : split_origins(list)) {
    if (origin == "self")
      sources += "'self' ";
    else if (is_origin(origin))
      sources.append(origin) += ' ';
    else
      problems.push_back({"settings", "",
                          "frame-ancestors: expected origins as https://ehr.example, or "
                          "self; found " +
                              std::string(origin)});
  }
  if (sources.empty()) return "'none'";
  sources.pop_back();
  return sources;
}

}  // namespace crosscheck
