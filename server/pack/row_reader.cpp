#include "pack/row_reader.h"

#include <utility>

#include "json/json_writer.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

constexpr std::string_view kName = "a name with a letter and without space around it";

std::vector<std::string> take_all(const JsonNode& row, std::string_view member,
                                  KnownKeys& taken, std::vector<std::string> codes) {
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (!codes[i].empty()) taken.take_element(row, member, i, codes[i]);
  }
  return codes;
}

}  // namespace

std::vector<JsonNode> read_rows(const JsonNode& node, std::string_view rows) {
  std::vector<JsonNode> objects;
  for (JsonNode& row : node.required_array(rows)) {
    if (row.is_object())
      objects.push_back(std::move(row));
    else
      row.report("", "an object");
  }
  return objects;
}

std::vector<JsonNode> read_rows(const std::optional<JsonNode>& document,
                                std::string_view rows, KnownKeys& keys) {
  if (!document || !document->has_array(rows)) keys.set_unreadable();
  if (!document) return {};
  return read_rows(*document, rows);
}

KnownKeys read_origins(const JsonNode& document) {
  KnownKeys origins("key of origins");
  if (const auto node = document.required_object("origins")) {
    for (const auto& [key, meaning] : node->members()) {
      meaning.as_string();
      origins.take(*node, key, key);
    }
  } else {
    origins.set_unreadable();
  }
  return origins;
}

void check_origin(const JsonNode& row, const KnownKeys& origins) {
  const auto keys = origins.read_keys(row, "origin");
  if (keys.empty() && row.has_array("origin"))
    row.report("origin", "at least one origin");
}

std::string read_name(const JsonNode& row, std::string_view key) {
  std::string name = row.required_string(key);
  if (!name.empty() && !is_name(name)) row.report(key, kName);
  return name;
}

std::string read_sentences(const JsonNode& row, std::string_view key) {
  std::string text = row.optional_string(key).value_or("");
  if (!text.empty() && !is_sentences(text)) row.report(key, kSentencesForm);
  return text;
}

std::vector<std::string> read_names(const JsonNode& row, std::string_view key) {
  return read_forms(row, key, is_name, kName);
}

std::vector<std::string> read_forms(const JsonNode& row, std::string_view key,
                                    bool (*is)(std::string_view),
                                    std::string_view expected) {
  std::vector<std::string> texts = row.required_strings(key);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!texts[i].empty() && !is(texts[i]))
      row.report_element(key, i, expected, json_quoted(texts[i]));
  }
  return texts;
}

std::vector<std::string> read_rxnorm(const JsonNode& row, TakenCodes& codes) {
  return take_all(row, "rxnorm", codes.rxnorm,
                  read_forms(row, "rxnorm", is_digits, "an RxCUI, digits only"));
}

std::vector<std::string> read_ndc(const JsonNode& row, TakenCodes& codes) {
  if (!row.has("ndc")) return {};
  return take_all(row, "ndc", codes.ndc,
                  read_forms(row, "ndc", is_ndc_product,
                             "a product code of the NDC such as \"00002-1433\""));
}

std::vector<std::string> read_snomed(const JsonNode& row, TakenCodes& codes) {
  if (!row.has("snomed")) return {};
  return take_all(
      row, "snomed", codes.snomed,
      read_forms(row, "snomed", is_digits, "a SNOMED CT concept id, digits only"));
}

}  // namespace crosscheck
