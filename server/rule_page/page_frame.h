// What every page about rules has around it.
#pragma once

#include <string>
#include <string_view>

#include "check/rules_in_force.h"
#include "rule_page/html_writer.h"

namespace crosscheck {

/// A page from its construction on; finish() closes it and gives it out.
///
/// Lifetime: borrows the rules.
class PageFrame {
 public:
  /// `root` leads from the page to "/", without a slash at the end: "..", ".".
  /// `today`: an ISO 8601 date; a page of rules that no longer hold says so first.
  PageFrame(const RulesInForce& rules, std::string_view title, std::string_view root,
            std::string_view today);

  HtmlWriter& html() { return html_; }
  /// "../v1/drugs/baclofen"
  std::string link(std::string_view path) const;
  std::string finish();

 private:
  const RulesInForce& rules_;
  std::string root_;
  std::string text_;
  HtmlWriter html_{text_};
};

/// A severity as sign, word and colour.
void write_severity_mark(Severity severity, HtmlWriter& html);

}  // namespace crosscheck
