#include "http/media_type.h"

#include <algorithm>
#include <optional>
#include <string>

namespace crosscheck {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

// Takes the part of `rest` before `separator`, trimmed.
std::string_view next_part(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = trimmed(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

// How closely a media range names a type: 0 not at all, 3 exactly.
int closeness(std::string_view range, std::string_view type) {
  if (range == type) return 3;
  // A coding has no main type, and "*" is for them all.
  const std::string_view main = type.substr(0, type.find('/') + 1);
  if (range.size() == main.size() + 1 && range.starts_with(main) && range.back() == '*')
    return 2;
  return range == "*/*" ? 1 : 0;
}

// The number of a "q=": 0 to 1 with up to three decimals (RFC 9110, 12.4.2), and
// nothing else that a library takes for a number.
std::optional<double> read_quality(std::string_view text) {
  constexpr std::size_t kLongest = 5;
  if (text.empty() || text.size() > kLongest || (text[0] != '0' && text[0] != '1'))
    return std::nullopt;
  double quality = text[0] - '0';
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  double place = 1;
  for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (digit < '0' || digit > '9') return std::nullopt;
    place /= 10;
    quality += (digit - '0') * place;
  }
  return quality <= 1 ? std::optional(quality) : std::nullopt;
}

// None where one of the parameters is a quality that is none.
std::optional<double> stated_quality(std::string_view parameters) {
  double stated = 1;
  while (!parameters.empty()) {
    const std::string_view parameter = next_part(parameters, ';');
    if (!parameter.starts_with("q=")) continue;
    const auto quality = read_quality(parameter.substr(2));
    if (!quality) return std::nullopt;
    stated = *quality;
  }
  return stated;
}

double quality_of(const std::string& accept, std::string_view type) {
  int closest = 0;
  double quality = 0;
  std::string_view ranges = accept;
  while (!ranges.empty()) {
    std::string_view parameters = next_part(ranges, ',');
    const std::string_view range = next_part(parameters, ';');
    const auto stated = stated_quality(parameters);
    if (!stated) continue;
    const int close = closeness(range, type);
    if (close > closest) {
      closest = close;
      quality = *stated;
    }
  }
  return quality;
}

// Whether the header names one of the types, in UTF-8.
bool is_one_of(std::string_view content_type,
               std::initializer_list<std::string_view> types) {
  const std::string header = lower(content_type);
  std::string_view rest = header;
  const std::string_view type = next_part(rest, ';');
  if (std::find(types.begin(), types.end(), type) == types.end()) return false;
  while (!rest.empty()) {
    std::string_view parameter = next_part(rest, ';');
    if (!parameter.starts_with("charset=")) continue;
    parameter.remove_prefix(8);
    if (parameter != "utf-8" && parameter != "\"utf-8\"" && parameter != "utf8")
      return false;
  }
  return true;
}

}  // namespace

std::string_view negotiate(std::string_view accept,
                           std::initializer_list<std::string_view> offered) {
  if (trimmed(accept).empty()) return *offered.begin();
  const std::string ranges = lower(accept);
  std::string_view best;
  double best_quality = 0;
  for (const std::string_view type : offered) {
    const double quality = quality_of(ranges, type);
    if (quality <= best_quality) continue;
    best = type;
    best_quality = quality;
  }
  return best;
}

std::vector<std::string> parameters(std::string_view header, std::string_view name) {
  std::vector<std::string> values;
  const std::string types = lower(header);
  const std::string begin = lower(name) + "=";
  std::string_view rest = types;
  while (!rest.empty()) {
    std::string_view type = next_part(rest, ',');
    next_part(type, ';');
    while (!type.empty()) {
      std::string_view parameter = next_part(type, ';');
      if (!parameter.starts_with(begin)) continue;
      parameter.remove_prefix(begin.size());
      if (parameter.size() > 1 && parameter.front() == '"' && parameter.back() == '"')
        parameter = parameter.substr(1, parameter.size() - 2);
      values.emplace_back(parameter);
    }
  }
  return values;
}

bool accepts_coding(std::string_view accept, std::string_view coding) {
  return quality_of(lower(accept), coding) > 0;
}

bool is_json(std::string_view content_type) {
  return is_one_of(content_type, {"application/json"});
}

bool is_fhir_json(std::string_view content_type) {
  return is_one_of(content_type, {kFhirJson, "application/json"});
}

bool is_ndjson(std::string_view content_type) {
  return is_one_of(content_type, {kNdjson, "application/ndjson", "application/jsonl"});
}

}  // namespace crosscheck
