#include "json/json_pointer.h"

#include <algorithm>

#include "json/utf8.h"

namespace crosscheck {
namespace {

bool is_index(std::string_view step) {
  return !step.empty() && std::all_of(step.begin(), step.end(),
                                      [](char c) { return c >= '0' && c <= '9'; });
}

// Takes the first step off `pointer`.
std::string_view take_step(std::string_view& pointer) {
  pointer.remove_prefix(1);
  const std::size_t length = std::min(pointer.find('/'), pointer.size());
  const std::string_view step = pointer.substr(0, length);
  pointer.remove_prefix(length);
  return step;
}

// Indexes are written without leading zeros: the longer is the larger.
int compare_steps(std::string_view a, std::string_view b) {
  if (is_index(a) && is_index(b) && a.size() != b.size())
    return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

}  // namespace

void append_step(std::string& pointer, std::string_view key) {
  constexpr std::size_t kLongest = 100;
  const std::string_view shown = utf8_prefix(key, kLongest);
  pointer += '/';
  for (const char c : shown) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
  if (shown.size() < key.size()) pointer += "...";
}

void append_step(std::string& pointer, std::size_t index) {
  pointer += '/';
  pointer += std::to_string(index);
}

bool pointer_before(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const int order = compare_steps(take_step(a), take_step(b));
    if (order != 0) return order < 0;
  }
  return a.empty() && !b.empty();
}

}  // namespace crosscheck
