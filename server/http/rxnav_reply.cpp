#include "http/rxnav_reply.h"

#include "http/media_type.h"
#include "http/reply.h"
#include "rxnav/xml_outline.h"

namespace crosscheck {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kXml = "application/xml";
constexpr const char* kXmlType = "application/xml; charset=utf-8";
constexpr const char* kXmlProblemType = "application/problem+xml; charset=utf-8";

bool has_suffix(const httplib::Request& request) {
  return request.path.ends_with(".json") || request.path.ends_with(".xml");
}

void vary_by_form(const httplib::Request& request, httplib::Response& response) {
  if (!has_suffix(request)) add_vary(response, "Accept");
}

// An RxCUI as it may stand in a header, whatever a client sent for one.
std::string header_text(const std::vector<std::string>& rxcuis) {
  std::string text;
  for (const std::string& rxcui : rxcuis) {
    if (!text.empty()) text += ", ";
    for (const char c : rxcui) {
      const bool plain =
          (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      text += plain ? c : '_';
    }
  }
  return text;
}

}  // namespace

RxnavFormat rxnav_format(const httplib::Request& request) {
  if (request.path.ends_with(".json")) return RxnavFormat::json;
  if (request.path.ends_with(".xml")) return RxnavFormat::xml;
  const std::string accept = request.get_header_value("Accept");
  const bool names_json = accept.find(kJson) != std::string::npos;
  const bool names_xml = accept.find(kXml) != std::string::npos;
  // A wildcard behind it is no wish for XML, though it allows it.
  const auto best =
      names_xml ? negotiate(accept, {kXml, kJson}) : negotiate(accept, {kJson});
  return names_json && best == kJson ? RxnavFormat::json : RxnavFormat::xml;
}

void reply_rxnav(const httplib::Request& request, httplib::Response& response,
                 std::string body) {
  const bool json = rxnav_format(request) == RxnavFormat::json;
  vary_by_form(request, response);
  reply(response, 200, std::move(body), json ? kJsonType : kXmlType);
}

void refuse_rxnav(const httplib::Request& request, httplib::Response& response,
                  int status, std::string_view detail) {
  vary_by_form(request, response);
  if (rxnav_format(request) == RxnavFormat::json)
    return reply_problem(response, status, detail);
  std::string body;
  XmlOutline xml("problem", body, R"( xmlns="urn:ietf:rfc:7807")");
  xml.text("type", "about:blank");
  xml.text("title", status_title(status));
  xml.text("status", std::to_string(status));
  xml.text("detail", detail);
  xml.finish();
  reply(response, status, std::move(body), kXmlProblemType);
}

void write_unanswered_headers(const Unanswered& unanswered, httplib::Response& response) {
  const auto write = [&](const char* name, const std::vector<std::string>& rxcuis) {
    if (!rxcuis.empty()) response.set_header(name, header_text(rxcuis));
  };
  write("X-Unknown-Rxcuis", unanswered.unknown);
  write("X-Ambiguous-Rxcuis", unanswered.ambiguous);
  write("X-Not-Covered-Rxcuis", unanswered.not_covered);
}

}  // namespace crosscheck
