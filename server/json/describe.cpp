#include "json/describe.h"

#include <nlohmann/json.hpp>

#include "json/utf8.h"

namespace crosscheck {

using nlohmann::json;

std::string describe(const json& value) {
  constexpr std::size_t kLongest = 40;
  // A long string is cut before it is escaped, lest that take its time.
  const auto* string = value.get_ptr<const std::string*>();
  const bool cut = string != nullptr && string->size() > kLongest;
  const json shown = cut ? json(utf8_prefix(*string, kLongest)) : json();
  const std::string text =
      (cut ? shown : value).dump(-1, ' ', false, json::error_handler_t::replace);
  if (text.size() <= kLongest) return text;
  return std::string(utf8_prefix(text, kLongest)) + "...";
}

}  // namespace crosscheck
