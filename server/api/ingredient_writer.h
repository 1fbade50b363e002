// An ingredient in short, as every list of the API shows it.
#pragma once

#include "json/json_writer.h"
#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// Key, name, RxCUI and whether any rule in force speaks of it.
void write_ingredient(const KnowledgeBase& knowledge, IngredientId id, JsonWriter& json);

}  // namespace crosscheck
