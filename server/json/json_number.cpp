#include "json/json_number.h"

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>

namespace crosscheck {
namespace {

// Above 2^53 a double no longer holds every integer.
constexpr double kLargestExact = 9007199254740992.0;

bool is_whole(double number) {
  return number == std::floor(number) && std::abs(number) <= kLargestExact;
}

std::string short_form(double number) {
  return is_whole(number) ? std::to_string(static_cast<std::int64_t>(number))
                          : nlohmann::json(number).dump();
}

}  // namespace

std::optional<double> find_number(const nlohmann::json& value, Bounds bounds,
                                  Fraction fraction) {
  if (!value.is_number()) return std::nullopt;
  const double number = value.get<double>();
  if (number < bounds.least || number > bounds.most) return std::nullopt;
  if (fraction == Fraction::refused && !is_whole(number)) return std::nullopt;
  return number;
}

std::string describe(Bounds bounds, Fraction fraction) {
  const std::string text = fraction == Fraction::refused ? "an integer" : "a number";
  const bool has_least = std::isfinite(bounds.least);
  const bool has_most = std::isfinite(bounds.most);
  if (has_least && bounds.least == bounds.most)
    return "the number " + short_form(bounds.least);
  if (has_least && has_most)
    return text + " from " + short_form(bounds.least) + " to " + short_form(bounds.most);
  if (has_least) return text + " of at least " + short_form(bounds.least);
  if (has_most) return text + " of at most " + short_form(bounds.most);
  return text;
}

}  // namespace crosscheck
