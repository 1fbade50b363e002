#include "pack/look_alike_reader.h"

#include "pack/row_reader.h"

namespace crosscheck {

std::vector<std::vector<std::string>> read_look_alikes(const JsonNode& document) {
  document.allow_only({"schema", "origins", "look_alikes"});
  const KnownKeys origins = read_origins(document);
  std::vector<std::vector<std::string>> groups;
  for (const JsonNode& row : read_rows(document, "look_alikes")) {
    row.allow_only({"names", "origin"});
    auto& names = groups.emplace_back(read_names(row, "names"));
    if (row.has_array("names") && names.size() < 2)
      row.report("names", "at least two names");
    check_origin(row, origins);
  }
  return groups;
}

}  // namespace crosscheck
