#include "pack/written_form.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace crosscheck {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
}
bool is_letter(char c) {
  return is_small(c) || is_capital(c) || is_beyond_ascii(c);
}

bool all_of(std::string_view text, bool (*is)(char)) {
  return std::all_of(text.begin(), text.end(), is);
}

bool any_of(std::string_view text, bool (*is)(char)) {
  return std::any_of(text.begin(), text.end(), is);
}

// Takes the number in front of the first dot away, and the dot; without leading zeros.
std::string_view take_number(std::string_view& version) {
  const std::size_t dot = std::min(version.find('.'), version.size());
  std::string_view number = version.substr(0, dot);
  version.remove_prefix(std::min(dot + 1, version.size()));
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  return number;
}

// '9' stands for a digit, 'A' for a capital, 'X' for either, others for themselves.
bool has_form(std::string_view text, std::string_view form) {
  return text.size() == form.size() &&
         std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) {
           if (f == '9') return is_digit(c);
           if (f == 'A') return is_capital(c);
           if (f == 'X') return is_digit(c) || is_capital(c);
           return c == f;
         });
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

bool is_kebab_case(std::string_view text) {
  char before = '-';
  for (const char c : text) {
    if (!is_small(c) && !is_digit(c) && !(c == '-' && before != '-')) return false;
    before = c;
  }
  return before != '-';
}

bool is_name(std::string_view text) {
  return any_of(text, is_letter) && !any_of(text, is_control) && text.front() != ' ' &&
         text.back() != ' ';
}

bool is_sentences(std::string_view text) {
  constexpr std::size_t kLongest = 400;
  return text.size() >= 2 && text.size() <= kLongest && !any_of(text, is_control) &&
         is_capital(text.front()) &&
         std::string_view(".!?").find(text.back()) != text.npos;
}

bool is_lower_case(std::string_view text) {
  return !text.empty() && !any_of(text, is_capital) && !any_of(text, is_control) &&
         text.front() != ' ' && text.back() != ' ';
}

std::string to_lower_case(std::string text) {
  for (char& c : text) {
    if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_digits(std::string_view text) {
  return !text.empty() && all_of(text, is_digit);
}

bool is_atc_code(std::string_view text) {
  return has_form(text, "A99AA99");
}

bool is_ndc_product(std::string_view text) {
  return has_form(text, "99999-9999");
}

bool is_icd10_code(std::string_view text) {
  constexpr std::size_t kCategory = 3;
  constexpr std::size_t kLongest = 8;  // "S72.001A" of ICD-10-CM
  if (!has_form(text.substr(0, kCategory), "A9X")) return false;
  if (text.size() == kCategory) return true;
  return text[kCategory] == '.' && text.size() > kCategory + 1 &&
         text.size() <= kLongest && all_of(text.substr(kCategory + 1), [](char c) {
           return is_digit(c) || is_capital(c);
         });
}

bool is_digest(std::string_view text) {
  constexpr std::string_view kPrefix = "sha256:";
  constexpr std::size_t kDigits = 64;
  return text.starts_with(kPrefix) && text.size() == kPrefix.size() + kDigits &&
         all_of(text.substr(kPrefix.size()),
                [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

bool is_version(std::string_view text) {
  const auto dots = std::count(text.begin(), text.end(), '.');
  char before = '.';
  for (const char c : text) {
    if (!is_digit(c) && !(c == '.' && before != '.')) return false;
    before = c;
  }
  return dots == 2 && before != '.';
}

bool is_older(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const std::string_view left = take_number(a);
    const std::string_view right = take_number(b);
    if (left.size() != right.size()) return left.size() < right.size();
    if (left != right) return left < right;
  }
  return a.empty() && !b.empty();
}

bool is_date(std::string_view text) {
  using namespace std::chrono;
  if (!has_form(text, "9999-99-99")) return false;
  return year_month_day(year(number(text.substr(0, 4))),
                        month(static_cast<unsigned>(number(text.substr(5, 2)))),
                        day(static_cast<unsigned>(number(text.substr(8, 2)))))
      .ok();
}

bool is_date_or_part(std::string_view text) {
  if (has_form(text, "9999")) return true;
  if (has_form(text, "9999-99")) return is_date(std::string(text) + "-01");
  return is_date(text);
}

}  // namespace crosscheck
