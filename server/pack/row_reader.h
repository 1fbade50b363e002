// What the rows of all rules files have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/json_node.h"
#include "pack/known_keys.h"
#include "pack/taken_codes.h"

namespace crosscheck {

/// The array `rows` of `node`, which must hold objects; others are reported and
/// left out.
std::vector<JsonNode> read_rows(const JsonNode& node, std::string_view rows);

/// The same of a whole document.  Without a document, or without the array,
/// `keys` are marked as unreadable.
std::vector<JsonNode> read_rows(const std::optional<JsonNode>& document,
                                std::string_view rows, KnownKeys& keys);

/// The keys of "origins": where the rows of a file come from.
KnownKeys read_origins(const JsonNode& document);
/// Reports an "origin" of `row` that names none of them, or is empty.
void check_origin(const JsonNode& row, const KnownKeys& origins);

/// The member `key`, which must be a name.
std::string read_name(const JsonNode& row, std::string_view key);
/// One or a few sentences, or "" where there is none.
std::string read_sentences(const JsonNode& row, std::string_view key);
std::vector<std::string> read_names(const JsonNode& row, std::string_view key);

/// The array `key`, every element of it `is` what `expected` says.
std::vector<std::string> read_forms(const JsonNode& row, std::string_view key,
                                    bool (*is)(std::string_view),
                                    std::string_view expected);

/// RxCUIs; the others may be missing.  A code stands in one row only of all that
/// were read with the same `codes`.
std::vector<std::string> read_rxnorm(const JsonNode& row, TakenCodes& codes);
std::vector<std::string> read_ndc(const JsonNode& row, TakenCodes& codes);
std::vector<std::string> read_snomed(const JsonNode& row, TakenCodes& codes);

}  // namespace crosscheck
