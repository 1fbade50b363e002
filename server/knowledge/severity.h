// How bad an interaction or a precaution is.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace crosscheck {

/// How bad the outcome can be when nothing is done, worst first, so that
/// `a < b` means "a is worse than b".  Says nothing about how sure anybody is:
/// that is Evidence.  The words are defined in rules/README.md.
enum class Severity { contraindicated, major, moderate, minor };

inline constexpr std::array<std::pair<Severity, std::string_view>, 4> kSeverityTokens{{
    {Severity::contraindicated, "contraindicated"},
    {Severity::major, "major"},
    {Severity::moderate, "moderate"},
    {Severity::minor, "minor"},
}};

constexpr std::string_view to_string(Severity severity) {
  return kSeverityTokens[static_cast<std::size_t>(severity)].second;
}

}  // namespace crosscheck
