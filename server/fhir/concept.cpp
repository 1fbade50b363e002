#include "fhir/concept.h"

#include <algorithm>

#include "check/question.h"
#include "naming/visible_text.h"

namespace crosscheck {
namespace {

std::string read_words(const JsonNode& node, std::string_view key) {
  std::string words = node.optional_text(key);
  if (is_blank(words)) return {};
  if (length_in_characters(words) <= kLongestText) return words;
  node.report(key, "a text of up to " + std::to_string(kLongestText) + " characters",
              "a longer one");
  return {};
}

}  // namespace

bool Concept::has_code(std::string_view code) const {
  return std::any_of(codings.begin(), codings.end(),
                     [&](const Coding& coding) { return coding.code == code; });
}

Concept read_concept(const JsonNode& node, std::string_view key) {
  Concept read;
  const auto concept_node = node.optional_object(key);
  if (!concept_node) return read;
  read.text = read_words(*concept_node, "text");
  for (const JsonNode& coding : concept_node->optional_array("coding")) {
    if (read.codings.size() == kMostCodings) {
      coding.report("", "up to " + std::to_string(kMostCodings) + " codings", "more");
      break;
    }
    if (!coding.is_object()) {
      coding.report("", "an object");
      continue;
    }
    Coding one{coding.optional_text("system"), coding.optional_text("code"),
               read_words(coding, "display")};
    if (!one.code.empty() || !one.display.empty()) read.codings.push_back(std::move(one));
  }
  return read;
}

std::string read_code(const JsonNode& node, std::string_view key) {
  const auto value = node.optional_value(key);
  if (!value) return {};
  if (value->is_string()) return value->as_text();
  const Concept read = read_concept(node, key);
  return read.codings.empty() ? std::string() : read.codings.front().code;
}

Concept or_name_of(Concept read, std::string_view name) {
  if (read.empty()) read.codings.push_back({"", std::string(name), ""});
  return read;
}

Concept read_reference_words(const JsonNode& reference) {
  Concept read;
  read.text = read_words(reference, "display");
  if (const auto identifier = reference.optional_object("identifier")) {
    Coding coding{identifier->optional_text("system"), identifier->optional_text("value"),
                  ""};
    if (!coding.code.empty()) read.codings.push_back(std::move(coding));
  }
  return read;
}

}  // namespace crosscheck
