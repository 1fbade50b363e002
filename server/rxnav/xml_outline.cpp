#include "rxnav/xml_outline.h"

#include "json/utf8.h"

namespace crosscheck {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_allowed(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (first < 0x20) return first == '\t' || first == '\n' || first == '\r';
  return character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF";
}

// A reader would turn a carriage return into a line feed if it stood there as it is.
std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length_at(text, at);
    const std::string_view character = text.substr(at, length);
    if (length == 0 || !is_allowed(character))
      out += kReplacement;
    else if (const auto escape = escape_of(text[at]); !escape.empty())
      out += escape;
    else
      out += character;
    at += length == 0 ? 1 : length;
  }
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

XmlOutline::XmlOutline(std::string_view root, std::string& out,
                       std::string_view attributes)
    : out_(out) {
  out_ += R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><)";
  out_ += root;
  out_ += attributes;
  out_ += '>';
  open_.push_back(root);
}

void XmlOutline::begin(std::string_view name) {
  out_ += '<';
  out_ += name;
  out_ += '>';
  open_.push_back(name);
}

void XmlOutline::end() {
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
}

void XmlOutline::text(std::string_view name, std::string_view text) {
  begin(name);
  append_escaped(out_, text);
  end();
}

}  // namespace crosscheck
