// Reads terminology/order-words.json.
#pragma once

#include "json/json_node.h"
#include "knowledge/terminology.h"

namespace crosscheck {

OrderWords read_order_words(const JsonNode& document);

}  // namespace crosscheck
