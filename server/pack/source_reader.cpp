#include "pack/source_reader.h"

#include <utility>

#include "pack/row_reader.h"
#include "pack/written_form.h"

namespace crosscheck {

Source read_source(const JsonNode& node) {
  Source source;
  source.title = node.required_string("title");
  source.publisher = node.required_text("publisher");
  source.date = node.required_text("date");
  if (!source.date.empty() && !is_date_or_part(source.date))
    node.report("date", "an ISO 8601 date, month or year, or \"\"");
  source.location = node.required_string("location");
  return source;
}

std::vector<Source> read_sources(const JsonNode& pack, KnownKeys& ids) {
  std::vector<Source> sources;
  if (!pack.has_array("sources")) ids.set_unreadable();
  for (const JsonNode& node : read_rows(pack, "sources")) {
    node.allow_only({"id", "title", "publisher", "date", "location"});
    std::string id = node.required_string("id");
    if (!id.empty()) ids.take(node, "id", id);
    Source source = read_source(node);
    source.id = std::move(id);
    sources.push_back(std::move(source));
  }
  if (sources.empty() && pack.has_array("sources"))
    pack.report("sources", "at least one source");
  return sources;
}

}  // namespace crosscheck
