// Evidence as JSON.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "json/json_writer.h"
#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// The member "evidence": what each source states, and its title.
void write_evidence(const KnowledgeBase& knowledge, const Pack& pack,
                    const std::vector<Evidence>& all, JsonWriter& json);

/// The same with the source whole, and a citation.
void write_sourced_evidence(const KnowledgeBase& knowledge, const Pack& pack,
                            const std::vector<Evidence>& all, JsonWriter& json);

/// The members "severity", "interruptive" and "local" of a rule: as it is in
/// force, and what it was where a local policy changed it.
void write_severity(const Statement& rule, JsonWriter& json);

/// The JSON token of a value that may be absent.
template <typename Enum>
std::optional<std::string_view> token(const std::optional<Enum>& value) {
  if (!value) return std::nullopt;
  return to_string(*value);
}

}  // namespace crosscheck
