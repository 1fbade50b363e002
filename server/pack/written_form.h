// How keys, codes, names and dates are written in rules files.
#pragma once

#include <string>
#include <string_view>

namespace crosscheck {

/// Small ASCII letters and digits in words joined by single hyphens.
bool is_kebab_case(std::string_view text);
inline constexpr std::string_view kKebabCaseForm =
    "small letters and digits in words joined by single hyphens";

/// Has a letter, no space around it, no control character.
bool is_name(std::string_view text);

/// Plain sentences: a capital letter of ASCII first, the end of a sentence last, short
/// enough to be read at once, no control character.
bool is_sentences(std::string_view text);
inline constexpr std::string_view kSentencesForm =
    "sentences of up to 400 bytes that begin with a capital letter and end with . ! or ?";

/// Has no capital letter of ASCII, no space around it, no control character.
bool is_lower_case(std::string_view text);
inline constexpr std::string_view kLowerCaseForm =
    "a word or phrase in lower case and without space around it";

/// `text` with the capital letters of ASCII made small.
std::string to_lower_case(std::string text);

/// Only ASCII digits, at least one: an RxCUI, a SNOMED CT concept id.
bool is_digits(std::string_view text);

/// A full ATC code: letter, two digits, two letters, two digits; all capitals.
bool is_atc_code(std::string_view text);

/// Labeler and product of a US National Drug Code, five and four digits:
/// "00002-1433".
bool is_ndc_product(std::string_view text);

/// A three-character ICD-10 category, or a code below one: "N18", "I69.3".
bool is_icd10_code(std::string_view text);

/// "sha256:" and 64 hexadecimal digits in small letters.
bool is_digest(std::string_view text);

/// Three numbers joined by dots: "2026.11.1".
bool is_version(std::string_view text);
/// Whether the version `a` is older than the version `b`, number by number.
bool is_older(std::string_view a, std::string_view b);
inline constexpr std::string_view kVersionForm = "a version such as \"2026.11.1\"";

/// A day of the calendar as ISO 8601: "2026-11-22".
bool is_date(std::string_view text);
inline constexpr std::string_view kDateForm = "an ISO 8601 date such as \"2026-11-22\"";

/// A date, a month ("2015-05") or a year ("2015").
bool is_date_or_part(std::string_view text);

}  // namespace crosscheck
