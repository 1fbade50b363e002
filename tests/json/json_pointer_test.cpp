#include "json/json_pointer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace crosscheck {
namespace {

TEST_CASE("append_step escapes as RFC 6901 says, and cuts what no reader knows") {
  std::string pointer;
  append_step(pointer, "a/b");
  append_step(pointer, std::size_t{12});
  append_step(pointer, "~");
  append_step(pointer, "");
  CHECK(pointer == "/a~1b/12/~0/");

  std::string cut;
  append_step(cut, std::string(99, 'x') + "é");
  CHECK(cut == "/" + std::string(99, 'x') + "...");
}

TEST_CASE("pointer_before orders pointers as the steps of a document") {
  const std::vector<std::string> in_order{"",      "/a",      "/a/2", "/a/2/x", "/a/10",
                                          "/a/10", "/a/10/b", "/a0",  "/b"};
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    for (std::size_t j = 0; j < in_order.size(); ++j) {
      CAPTURE(in_order[i]);
      CAPTURE(in_order[j]);
      const bool expected = i < j && in_order[i] != in_order[j];
      CHECK(pointer_before(in_order[i], in_order[j]) == expected);
    }
  }
}

}  // namespace
}  // namespace crosscheck
