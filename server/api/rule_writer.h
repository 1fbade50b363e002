// Rules as resources of their own, as JSON.
#pragma once

#include "check/rules_in_force.h"
#include "json/json_writer.h"

namespace crosscheck {

/// The list of all rules (GET /v1/rules).
void write_rule_list(const KnowledgeBase& knowledge, JsonWriter& json);

/// A rule whole, with its sources (GET /v1/rules/{id}); there must be one.
void write_rule(const KnowledgeBase& knowledge, const AnyRule& rule, JsonWriter& json);

/// The member "reviewed" of a pack.
void write_reviewed(const Pack& pack, JsonWriter& json);

/// A source of `pack` (GET /v1/sources).
void write_source(const Pack& pack, const Source& source, JsonWriter& json);

}  // namespace crosscheck
