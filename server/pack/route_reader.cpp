#include "pack/route_reader.h"

#include "knowledge/participant.h"
#include "pack/row_reader.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

Route read_route(const JsonNode& row, Vocabulary& vocabulary, KnownKeys& words) {
  row.allow_only({"key", "name", "words", "local"});
  Route route;
  route.key = vocabulary.routes.take_key(row, "key");
  if (route.key == kUnstatedRoute) row.report("key", "the key of a route");
  route.name = read_name(row, "name");
  route.words = read_forms(row, "words", is_lower_case, kLowerCaseForm);
  for (std::size_t i = 0; i < route.words.size(); ++i) {
    if (!route.words[i].empty()) words.take_element(row, "words", i, route.words[i]);
  }
  route.local = row.required_bool("local");
  return route;
}

}  // namespace

std::vector<Route> read_routes(const std::optional<JsonNode>& document,
                               Vocabulary& vocabulary) {
  std::vector<Route> routes;
  KnownKeys words("word for a route");
  const auto rows = read_rows(document, "routes", vocabulary.routes);
  if (!document) return routes;
  document->allow_only({"schema", "routes"});
  for (const JsonNode& row : rows) routes.push_back(read_route(row, vocabulary, words));
  return routes;
}

}  // namespace crosscheck
