// What the service knows, as JSON: drugs, classes, rules in force.
#pragma once

#include <string_view>

#include "check/rules_in_force.h"
#include "json/json_writer.h"

namespace crosscheck {

/// Names that a search finds (GET /v1/drugs?search=).
void write_search(const RulesInForce& rules, std::string_view text, JsonWriter& json);

/// One ingredient (GET /v1/drugs/{key}).
void write_drug(const RulesInForce& rules, IngredientId id, JsonWriter& json);

/// All classes with the number of their members (GET /v1/classes).
void write_class_list(const KnowledgeBase& knowledge, JsonWriter& json);

/// One class with its members (GET /v1/classes/{key}).
void write_class(const KnowledgeBase& knowledge, const DrugClass& drug_class,
                 JsonWriter& json);

/// All sources of all packs (GET /v1/sources).
void write_source_list(const KnowledgeBase& knowledge, JsonWriter& json);

/// Version, digest and packs of the rules in force (GET /v1/knowledge).
void write_knowledge(const RulesInForce& rules, JsonWriter& json);

}  // namespace crosscheck
