// A code for a medication or a condition, as the caller sent it.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace crosscheck {

/// FHIR's Coding: a code and the system that it belongs to.
struct Coding {
  std::string system;  ///< A short name, a URI or a urn:oid, as sent.
  std::string code;
  std::string display;  ///< May be empty.
};

/// What the caller calls a thing that has a text, codings, or both: the text,
/// else the display of the first coding, else its system, if any, and code.
std::string words_of(std::string_view text, std::span<const Coding> codings);

}  // namespace crosscheck
