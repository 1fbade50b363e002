#include "http/asset_handler.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "http/compression.h"
#include "net/request_head.h"

namespace crosscheck {
namespace {

const std::string kText(2000, 'a');

std::string packed_text() {
  httplib::Request request;
  request.set_header(kAcceptEncoding, "gzip");
  httplib::Response response;
  response.body = kText;
  response.set_header("Content-Type", "text/css");
  compress(request, response);
  return response.body;
}

// The answer to a request for `name`, on its way as every answer goes.
httplib::Response answer(const std::string& name, const char* accept = "",
                         const char* known = "") {
  static const std::string packed = packed_text();
  static const Asset files[] = {
      {"index.html", "text/html; charset=utf-8", "1", "<p>", 3, false, false},
      {"page-AAAA.css", "text/css", "2", packed, kText.size(), true, true}};
  httplib::Request request;
  if (*accept != 0) request.set_header(kAcceptEncoding, accept);
  if (*known != 0) request.set_header("If-None-Match", known);
  httplib::Response response;
  Call call{request, request.body, name, response};
  const AssetHandler handler(files, "'none'");
  if (name.empty())
    handler.index(call);
  else
    handler.file(call);
  compress(request, response);
  return response;
}

TEST_CASE("a page names the policies by which it makes HTML, or any will do") {
  static const Asset files[] = {{"index.html", "text/html", "1", "<p>", 3, false, false}};
  const auto policy = [](std::string_view trusted_types) {
    httplib::Request request;
    httplib::Response response;
    Call call{request, request.body, "", response};
    AssetHandler(files, "'none'", trusted_types).index(call);
    return response.get_header_value("Content-Security-Policy");
  };
  CHECK(policy("").ends_with("frame-ancestors 'none'"));
  CHECK(policy("own").ends_with("frame-ancestors 'none'; trusted-types own"));
}

TEST_CASE("the index is asked for each time, under the policy") {
  const httplib::Response page = answer("");
  CHECK(page.status == 200);
  CHECK(page.body == "<p>");
  CHECK(page.get_header_value("Content-Type") == "text/html; charset=utf-8");
  CHECK(page.get_header_value("Cache-Control") == "no-cache");
  const std::string policy = page.get_header_value("Content-Security-Policy");
  CHECK(policy.starts_with("default-src 'none'; script-src 'self';"));
  CHECK(policy.ends_with("require-trusted-types-for 'script'; frame-ancestors 'none'"));
}

TEST_CASE("a packed file goes as it is, or unpacked, each with a tag of its own") {
  const httplib::Response packed = answer("page-AAAA.css", "gzip");
  CHECK(packed.body == packed_text());
  CHECK(packed.get_header_value("Content-Encoding") == "gzip");
  CHECK(packed.get_header_value("ETag") == "\"2-gzip\"");
  const httplib::Response plain = answer("page-AAAA.css");
  CHECK(plain.body == kText);
  CHECK_FALSE(plain.has_header("Content-Encoding"));
  CHECK(plain.get_header_value("ETag") == "\"2\"");
  for (const httplib::Response& one : {packed, plain}) {
    CHECK(one.get_header_value("Vary") == "Accept-Encoding");
    CHECK(one.get_header_value("Cache-Control") == "public, max-age=31536000, immutable");
  }
}

TEST_CASE("a file that the browser has is not sent again") {
  const httplib::Response known = answer("page-AAAA.css", "gzip", "\"2-gzip\"");
  CHECK(known.status == 304);
  CHECK(known.body.empty());
  CHECK(known.get_header_value("ETag") == "\"2-gzip\"");
  CHECK(answer("page-AAAA.css", "gzip", "\"2\"").status == 200);
  CHECK(answer("", "", "\"1\"").status == 304);
}

TEST_CASE("what is no file of the folder is not found") {
  for (const char* name : {"page-AAAA.js", "page", "index.html/"}) {
    CAPTURE(name);
    CHECK(answer(name).status == 404);
  }
}

TEST_CASE("the page that this program was built with has an index") {
  CHECK(std::count_if(kPageAssets.begin(), kPageAssets.end(),
                      [](const Asset& one) { return one.name == "index.html"; }) == 1);
}

TEST_CASE("read_frame_ancestors: origins and self; anything else is a fault") {
  Problems problems;
  CHECK(read_frame_ancestors("", problems) == "'none'");
  CHECK(read_frame_ancestors("https://ehr.example, self", problems) ==
        "https://ehr.example 'self'");
  CHECK(problems.empty());
  for (const char* list : {"*", "https://ehr.example; script-src *", "ehr.example",
                           "'self'", "https://ehr.example\r\nX: y", "none"}) {
    CAPTURE(list);
    problems.clear();
    read_frame_ancestors(list, problems);
    REQUIRE(problems.size() == 1);
    CHECK(to_string(problems.front()).find("frame-ancestors: expected origins") !=
          std::string::npos);
  }
}

}  // namespace
}  // namespace crosscheck
