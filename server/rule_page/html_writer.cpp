#include "rule_page/html_writer.h"

#include <cassert>

#include "naming/visible_text.h"

namespace crosscheck {
namespace {

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

// A line break behind one of these would show as a space.
bool is_inline(std::string_view element) {
  return element == "a" || element == "span" || element == "cite";
}

}  // namespace

void HtmlWriter::begin(std::string_view element, Attributes attributes) {
  out_ += '<';
  out_ += element;
  for (const auto& [name, value] : attributes) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_escaped(visible(value), out_);
    out_ += '"';
  }
  out_ += '>';
}

void HtmlWriter::open(std::string_view element, Attributes attributes) {
  begin(element, attributes);
  open_.push_back(element);
}

void HtmlWriter::close() {
  assert(!open_.empty());
  out_ += "</";
  out_ += open_.back();
  out_ += is_inline(open_.back()) ? ">" : ">\n";
  open_.pop_back();
}

void HtmlWriter::empty(std::string_view element, Attributes attributes) {
  begin(element, attributes);
  out_ += '\n';
}

void HtmlWriter::text(std::string_view text) {
  append_escaped(visible(text), out_);
}

void HtmlWriter::element(std::string_view name, std::string_view content,
                         Attributes attributes) {
  open(name, attributes);
  text(content);
  close();
}

}  // namespace crosscheck
