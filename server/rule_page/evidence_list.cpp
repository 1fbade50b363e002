#include "rule_page/evidence_list.h"

namespace crosscheck {
namespace {

bool is_web_address(std::string_view location) {
  return location.starts_with("https://") || location.starts_with("http://");
}

void write_part(std::string_view part, HtmlWriter& html) {
  if (part.empty()) return;
  html.text(". ");
  html.text(part);
}

void write_source(const Source& source, const Evidence& evidence, HtmlWriter& html) {
  html.open("p", {{"class", "source"}});
  html.element("cite", source.title);
  write_part(source.publisher, html);
  write_part(source.date.empty() ? "Undated" : std::string_view(source.date), html);
  write_part(evidence.section.empty() ? "" : "Under “" + evidence.section + "”", html);
  html.text(". ");
  if (is_web_address(source.location))
    html.element("a", source.location,
                 {{"href", source.location}, {"rel", "noreferrer"}});
  else
    html.text(source.location);
  html.close();
}

}  // namespace

void write_evidence_list(const KnowledgeBase& knowledge, const Pack& pack,
                         const std::vector<Evidence>& evidence, HtmlWriter& html) {
  html.open("ol", {{"class", "evidence"}});
  for (const Evidence& one : evidence) {
    html.open("li");
    std::string words = one.states;
    if (one.severity)
      words += " It grades this " + std::string(to_string(*one.severity)) + ".";
    if (one.level)
      words += " It holds this for " + std::string(to_string(*one.level)) + ".";
    html.element("p", words);
    write_source(knowledge.source(pack, one), one, html);
    html.close();
  }
  html.close();
}

}  // namespace crosscheck
