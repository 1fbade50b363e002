// Rules as JSON: inside an alert, and as a resource of their own.
#pragma once

#include "check/rules_in_force.h"
#include "json/json_writer.h"

namespace crosscheck {

/// A rule as it stands inside an alert: id, severity, what matched, why, what
/// to do, and its evidence.
void write_matched_rule(const KnowledgeBase& knowledge, const Interaction& rule,
                        JsonWriter& json);
void write_matched_rule(const KnowledgeBase& knowledge, const Precaution& rule,
                        JsonWriter& json);

/// The list of all rules (GET /v1/rules).
void write_rule_list(const KnowledgeBase& knowledge, JsonWriter& json);

/// A rule whole, with its sources (GET /v1/rules/{id}).
void write_rule(const KnowledgeBase& knowledge, const Interaction& rule,
                JsonWriter& json);
void write_rule(const KnowledgeBase& knowledge, const Precaution& rule, JsonWriter& json);

/// A source of `pack` (GET /v1/sources).
void write_source(const Pack& pack, const Source& source, JsonWriter& json);

}  // namespace crosscheck
