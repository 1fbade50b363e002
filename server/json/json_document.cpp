#include "json/json_document.h"

#include <nlohmann/json.hpp>

namespace crosscheck {
namespace {

using nlohmann::json;

// As deep as the reader lets documents be.
void take_apart(json& value) noexcept {
  if (value.is_array()) {
    for (json& element : value) take_apart(element);
    value.get_ref<json::array_t&>().clear();
  } else if (value.is_object()) {
    for (json& member : value) take_apart(member);
    value.get_ref<json::object_t&>().clear();
  }
}

}  // namespace

void DeleteDocument::operator()(json* document) const noexcept {
  take_apart(*document);
  delete document;
}

}  // namespace crosscheck
