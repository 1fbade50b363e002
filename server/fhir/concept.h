// FHIR's CodeableConcept, and a Reference that stands for one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fhir/resource_set.h"
#include "json/json_node.h"
#include "naming/coding.h"

namespace crosscheck {

/// More codings of one concept are reported and not read.
inline constexpr std::size_t kMostCodings = 20;

/// What a thing is called: a text, codings, both, or nothing.
struct Concept {
  std::string text;
  std::vector<Coding> codings;

  bool empty() const { return text.empty() && codings.empty(); }
  std::string words() const { return words_of(text, codings); }
  bool has_code(std::string_view code) const;
};

/// The member `key` as a CodeableConcept; empty where it is missing or null.
/// Errors: what has the wrong type, and texts longer than kLongestText, are
/// reported and left out.
Concept read_concept(const JsonNode& node, std::string_view key);

/// A code alone, as older versions of FHIR write some statuses, or the first
/// code of a CodeableConcept; "" where there is none.
std::string read_code(const JsonNode& node, std::string_view key);

/// `concept` or, if it says nothing, one that is never understood and is called
/// by the name of its resource: what has no name must not vanish.
Concept or_name_of(Concept read, std::string_view name);

/// What the Reference itself says of what it points to: its display, and its
/// identifier as a code.
Concept read_reference_words(const JsonNode& reference);

}  // namespace crosscheck
