#include "settings.h"

#include <algorithm>
#include <cstdlib>
#include <ostream>

namespace crosscheck {
namespace {

std::string variable_of(const std::string& name) {
  std::string variable = "CROSSCHECK_" + name;
  std::transform(variable.begin(), variable.end(), variable.begin(), [](char c) {
    if (c == '-') return '_';
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  });
  return variable;
}

}  // namespace

std::vector<std::string> Settings::arguments(int argc, char** argv) const {
  std::vector<std::string> all;
  for (const Setting& setting : all_) {
    const char* value = std::getenv(variable_of(setting.name).c_str());
    if (value == nullptr) continue;
    all.push_back("--" + setting.name);
    all.emplace_back(value);
  }
  all.insert(all.end(), argv + 1, argv + argc);
  std::reverse(all.begin(), all.end());
  return all;
}

void Settings::print(std::ostream& out) const {
  for (const Setting& setting : all_)
    out << setting.name << '=' << setting.written() << '\n';
}

// In quotes where the parser would take it for several words, or for none.
std::string Settings::written(const std::string& text) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._:/-";
  const bool is_plain =
      !text.empty() && text.find_first_not_of(kPlain) == std::string::npos;
  return is_plain ? text : '"' + text + '"';
}

}  // namespace crosscheck
