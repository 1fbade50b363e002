#include "rule_page/page_frame.h"

#include <array>

#include "check/wording.h"

namespace crosscheck {
namespace {

// Beside the word and the colour, for whoever cannot tell the colours apart.
constexpr std::array<std::string_view, 4> kSigns{"✖", "▲", "◆", "●"};

}  // namespace

PageFrame::PageFrame(const RulesInForce& rules, std::string_view title,
                     std::string_view root, std::string_view today)
    : rules_(rules), root_(root) {
  text_ += "<!doctype html>\n";
  html_.open("html", {{"lang", "en"}});
  html_.open("head");
  html_.empty("meta", {{"charset", "utf-8"}});
  html_.empty("meta",
              {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html_.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html_.element("title", std::string(title) + " – crosscheck");
  html_.empty("link", {{"rel", "stylesheet"}, {"href", link("rules.css")}});
  html_.close();
  html_.open("body");
  html_.open("header");
  html_.open("nav", {{"aria-label", "crosscheck"}});
  html_.element("a", "Check a list", {{"href", link("")}});
  html_.element("a", "All rules", {{"href", link("rules")}});
  html_.close();
  html_.close();
  html_.open("main");
  if (const std::string warning = expiry_warning(rules, today); !warning.empty())
    html_.element("p", warning, {{"class", "warning"}});
  html_.element("h1", title);
}

std::string PageFrame::link(std::string_view path) const {
  return root_ + "/" + std::string(path);
}

std::string PageFrame::finish() {
  html_.close();
  html_.open("footer");
  html_.element(
      "p", "Rules " + rules_.version() + " of " + rules_.date() + ", " + rules_.digest());
  html_.element("p", notice(rules_.knowledge()));
  html_.close();
  html_.close();
  html_.close();
  return std::move(text_);
}

void write_severity_mark(Severity severity, HtmlWriter& html) {
  const std::string_view word = to_string(severity);
  html.open("span", {{"class", "severity " + std::string(word)}});
  html.element("span", kSigns[static_cast<std::size_t>(severity)],
               {{"aria-hidden", "true"}});
  html.text(word);
  html.close();
}

}  // namespace crosscheck
