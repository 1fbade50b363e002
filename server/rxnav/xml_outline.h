// An outline as XML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rxnav/outline.h"

namespace crosscheck {

/// `text` as the text of an XML 1.0 element.  What XML cannot hold, control characters
/// and bytes that are not UTF-8, becomes U+FFFD.
std::string xml_escaped(std::string_view text);

/// Written directly rather than through a library: those of Debian build a document
/// first, and all that an outline needs of XML is to open, close and escape.
///
/// Lifetime: borrows the output.
class XmlOutline : public Outline {
 public:
  /// `attributes` of the root, as in ` xmlns="…"`.
  XmlOutline(std::string_view root, std::string& out, std::string_view attributes = "");
  void finish() { end(); }

  void begin(std::string_view name) override;
  void end() override;
  void text(std::string_view name, std::string_view text) override;
  void begin_list(std::string_view name) override { lists_.push_back(name); }
  void end_list() override { lists_.pop_back(); }
  void begin_item() override { begin(lists_.back()); }
  void item(std::string_view item_text) override { text(lists_.back(), item_text); }

 private:
  std::string& out_;
  std::vector<std::string_view> open_;
  std::vector<std::string_view> lists_;
};

}  // namespace crosscheck
