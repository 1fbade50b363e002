#include "pack/rules_documents.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "json/json_reader.h"

namespace crosscheck {
namespace {

constexpr double kSchema = 1;

// A file of another schema is not read further: every member may mean
// something else there.
bool has_known_schema(const JsonNode& document) {
  if (!document.is_object()) {
    document.report("", "an object");
    return false;
  }
  return document.required_integer("schema", {kSchema, kSchema}).has_value();
}

}  // namespace

RulesDocuments::RulesDocuments(const std::map<std::string, std::string>& files,
                               Problems& problems)
    : problems_(problems) {
  for (const auto& [path, content] : files) {
    paths_.insert(path);
    auto document = read_json(content, path, problems);
    if (document && has_known_schema(JsonNode(*document, path, problems)))
      documents_.emplace(path, std::move(document));
  }
}

std::optional<JsonNode> RulesDocuments::find(const std::string& path) const {
  const auto found = documents_.find(path);
  if (found == documents_.end()) return std::nullopt;
  return JsonNode(*found->second, path, problems_);
}

}  // namespace crosscheck
