// HTML, written piece by piece; text is always escaped.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

/// Appends elements to a text.  The caller closes what it opens, which is asserted.
/// Names of elements and attributes are the program's own; values and texts may be
/// anything.  Bytes that are no UTF-8 become U+FFFD, and so do the control characters
/// that HTML does not know.
///
/// Lifetime: borrows the output, and the names of open elements.
class HtmlWriter {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  explicit HtmlWriter(std::string& out) : out_(out) {}

  void open(std::string_view element, Attributes attributes = {});
  void close();
  /// An element without content: meta, link.
  void empty(std::string_view element, Attributes attributes);
  void text(std::string_view text);
  /// An element that holds nothing but this text.
  void element(std::string_view name, std::string_view content,
               Attributes attributes = {});

 private:
  void begin(std::string_view element, Attributes attributes);

  std::string& out_;
  std::vector<std::string_view> open_;
};

}  // namespace crosscheck
