#include "rule_page/rule_page.h"

#include <doctest/doctest.h>

#include "rule_page/html_writer.h"
#include "rule_page/rule_index.h"
#include "small_rules.h"

namespace crosscheck {
namespace {

constexpr const char* kAttack = R"(<script>alert("1")</script>&'=)";

// The small rules, with this in every text that a pack can bring in.
std::shared_ptr<const RulesInForce> hostile_rules(const std::string& location) {
  Terminology terminology = small_terminology();
  terminology.ingredients.at(0).name += kAttack;
  terminology.classes.at(2).name += kAttack;
  terminology.effects.at(0).name += kAttack;
  terminology.effects.at(0).consumer = kAttack;
  Pack pack = small_pack();
  pack.title = kAttack;
  pack.reviewed_by = kAttack;
  pack.sources = {{"S", kAttack, kAttack, "", location}};
  Interaction& rule = pack.interactions.at(0);
  rule.mechanism = kAttack;
  rule.management = kAttack;
  rule.consumer = kAttack;
  rule.evidence.at(0).states = kAttack;
  rule.evidence.at(0).section = kAttack;
  rule.local = LocalChange{Severity::minor, false, {kAttack, kAttack, "2026-11-22"}};
  return std::make_shared<const RulesInForce>("1", "2026-11-22", "sha256:0",
                                              std::move(terminology),
                                              std::vector<Pack>{std::move(pack)});
}

std::string page(const RulesInForce& rules, std::string_view id) {
  return write_rule_page(rules, rules.knowledge().find_rule(id), "2026-11-22");
}

bool has(const std::string& page, std::string_view part) {
  return page.find(part) != std::string::npos;
}

TEST_CASE("a rule page shows whatever the rules say as text, never as markup") {
  const auto rules = hostile_rules("https://example.org/\"><script>");
  for (const std::string& text :
       {page(*rules, "baclofen-cns"), write_rule_index(*rules, "2026-11-22"),
        write_missing_rule_page(*rules, kAttack, "2026-11-22")}) {
    CHECK(!has(text, "<script"));
    CHECK(has(text, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;="));
  }
}

TEST_CASE("only an address of the web becomes a link") {
  struct Case {
    std::string location;
    bool is_link;
  };
  const Case cases[] = {{"https://example.org/a", true},
                        {"http://example.org/a", true},
                        {"javascript:alert(1)", false},
                        {"data:text/html,x", false},
                        {"label.txt", false},
                        {"//example.org", false},
                        {" https://example.org", false}};
  for (const Case& c : cases) {
    CAPTURE(c.location);
    const std::string text = page(*hostile_rules(c.location), "baclofen-cns");
    CHECK(has(text, c.location));
    CHECK(has(text, "href=\"" + c.location + "\"") == c.is_link);
  }
}

TEST_CASE("a rule page names every drug of a class, and links to it") {
  const std::string text = page(*small_rules(), "maoi-cns");
  for (const char* drug : {"diazepam", "clonazepam", "morphine", "baclofen"})
    CHECK(
        has(text, "<a href=\"../v1/drugs/" + std::string(drug) + "\">" + drug + "</a>"));
  CHECK(has(text, "Left out: ethanol."));
  CHECK(!has(text, "../v1/drugs/ethanol"));
}

TEST_CASE("a precaution tells when it applies") {
  struct Case {
    const char* id;
    const char* cause;
  };
  const Case cases[] = {{"baclofen-kidney", "renal impairment"},
                        {"baclofen-old", "from 65 years on"},
                        {"baclofen-young", "below 12 years"},
                        {"baclofen-dose", "more than 80 mg a day"},
                        {"baclofen-pregnancy", "pregnancy"},
                        {"baclofen-stop", "the drug is to be stopped at once"}};
  for (const Case& c : cases) CHECK(has(page(*small_rules(), c.id), c.cause));
}

TEST_CASE("every element that a page opens is closed") {
  const auto rules = small_rules();
  const std::string text = page(*rules, "baclofen-dose");
  CHECK(text.starts_with("<!doctype html>\n<html lang=\"en\">"));
  CHECK(text.ends_with("</body>\n</html>\n"));
}

TEST_CASE("bytes that are no text and signs that turn it do not reach the page") {
  std::string out;
  HtmlWriter html(out);
  html.element("p",
               "a\xff\x01\xe2\x80\xae"
               "b",
               {{"title", "c\n\xfe"}});
  CHECK(out == "<p title=\"c \xEF\xBF\xBD\">a\xEF\xBF\xBD  b</p>\n");
}

}  // namespace
}  // namespace crosscheck
