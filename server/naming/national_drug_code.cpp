#include "naming/national_drug_code.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

constexpr std::size_t kLabelerDigits = 5;
constexpr std::size_t kProductDigits = 4;
constexpr std::uint32_t kProducts = 10'000;  // of one labeler

std::uint32_t number(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

NdcProduct product_of(std::string_view labeler, std::string_view product) {
  return {number(labeler) * kProducts + number(product)};
}

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<NdcProduct> read_without_dashes(std::string_view digits) {
  constexpr std::size_t kBoth = kLabelerDigits + kProductDigits;
  if (digits.size() == kBoth || digits.size() == kBoth + 2)
    return {product_of(digits.substr(0, 5), digits.substr(5, 4))};
  if (digits.size() != kBoth + 1) return {};
  std::vector<NdcProduct> readings{product_of(digits.substr(0, 4), digits.substr(4, 4)),
                                   product_of(digits.substr(0, 5), digits.substr(5, 3)),
                                   product_of(digits.substr(0, 5), digits.substr(5, 4))};
  std::sort(readings.begin(), readings.end());
  readings.erase(std::unique(readings.begin(), readings.end()), readings.end());
  return readings;
}

bool is_known_form(std::size_t labeler, std::size_t product, std::size_t package) {
  struct Form {
    std::size_t labeler, product, package;
  };
  static constexpr std::array<Form, 7> kForms{
      {{4, 4, 2}, {5, 3, 2}, {5, 4, 1}, {5, 4, 2}, {4, 4, 0}, {5, 3, 0}, {5, 4, 0}}};
  return std::any_of(kForms.begin(), kForms.end(), [&](const Form& form) {
    return form.labeler == labeler && form.product == product && form.package == package;
  });
}

}  // namespace

std::vector<NdcProduct> read_ndc(std::string_view text) {
  const std::size_t first_dash = text.find('-');
  if (first_dash == std::string_view::npos)
    return is_digits(text) ? read_without_dashes(text) : std::vector<NdcProduct>{};
  const std::string_view labeler = text.substr(0, first_dash);
  const std::string_view rest = text.substr(first_dash + 1);
  const std::size_t second_dash = rest.find('-');
  const std::string_view product = rest.substr(0, second_dash);
  std::string_view package;
  if (second_dash != std::string_view::npos) {
    package = rest.substr(second_dash + 1);
    if (package.empty()) return {};
  }
  if (!is_known_form(labeler.size(), product.size(), package.size()) ||
      !is_digits(labeler) || !is_digits(product) || !is_digits(package))
    return {};
  return {product_of(labeler, product)};
}

std::string to_string(NdcProduct product) {
  const auto padded = [](std::uint32_t value, std::size_t digits) {
    std::string text = std::to_string(value);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
  };
  return padded(product.number / kProducts, kLabelerDigits) + "-" +
         padded(product.number % kProducts, kProductDigits);
}

}  // namespace crosscheck
