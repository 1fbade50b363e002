#include "rxnav/outline.h"

#include <doctest/doctest.h>

#include "rxnav/xml_outline.h"

namespace crosscheck {
namespace {

void write_all(Outline& outline) {
  outline.text("a", "1 < 2 & \"3\"");
  outline.begin("b");
  outline.list("c", std::vector<std::string>{"x", ""});
  outline.end();
  outline.begin_list("d");
  for (const char* name : {"y", "z"}) {
    outline.begin_item();
    outline.list("e", std::vector<std::string>{name});
    outline.known_text("f", "");
    outline.end();
  }
  outline.end_list();
  outline.list("none", std::vector<std::string>{});
  outline.known_list("left-out", std::vector<std::string>{});
}

TEST_CASE("one outline is written as JSON and as XML") {
  CHECK(
      write_outline(RxnavFormat::json, "root", write_all) ==
      R"({"a":"1 < 2 & \"3\"","b":{"c":["x",""]},"d":[{"e":["y"]},{"e":["z"]}],"none":[]})");
  CHECK(write_outline(RxnavFormat::xml, "root", write_all) ==
        R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><root>)"
        R"(<a>1 &lt; 2 &amp; &quot;3&quot;</a><b><c>x</c><c></c></b>)"
        R"(<d><e>y</e></d><d><e>z</e></d></root>)");
}

TEST_CASE("text in XML is escaped, and holds nothing that XML cannot") {
  const std::pair<std::string, std::string> cases[] = {
      {"caf\xC3\xA9 \t\n", "caf\xC3\xA9 \t\n"},
      {"]]><x a=\"b\">&", "]]&gt;&lt;x a=&quot;b&quot;&gt;&amp;"},
      {"\r", "&#13;"},
      {std::string("\0\x01\x1F", 3), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xFF\xC3", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
  };
  for (const auto& [text, expected] : cases) CHECK(xml_escaped(text) == expected);
}

}  // namespace
}  // namespace crosscheck
