#include "json/json_document.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <new>
#include <nlohmann/json.hpp>

#include "json/json_reader.h"

namespace {

thread_local bool watched = false;
thread_local std::size_t allocations = 0;

}  // namespace

// Counted for the whole program of the tests, while somebody watches.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  if (watched) ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size) {
  if (void* place = operator new(size, std::nothrow)) return place;
  throw std::bad_alloc();
}
void operator delete(void* place) noexcept {
  std::free(place);
}
void operator delete(void* place, std::size_t) noexcept {
  std::free(place);
}

namespace crosscheck {
namespace {

std::size_t allocations_to_delete(const char* text) {
  Problems problems;
  JsonDocument document = read_json(text, "t.json", problems);
  REQUIRE(document != nullptr);
  allocations = 0;
  watched = true;
  document = nullptr;
  watched = false;
  return allocations;
}

TEST_CASE("a document is deleted without asking for memory") {
  for (const char* text : {"1", "\"a text that is too long to stand in its place\"", "[]",
                           "{}", "[1, [2, [3, {}]], []]",
                           R"({"a": [1, {"b": {"c": ["d"]}}], "e": {}, "f": "g"})"}) {
    CAPTURE(text);
    CHECK(allocations_to_delete(text) == 0);
  }
}

}  // namespace
}  // namespace crosscheck
