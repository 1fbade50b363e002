#include "import/header_row.h"

#include <algorithm>

namespace crosscheck {

HeaderRow::HeaderRow(DelimitedFile& file) : file_(file) {
  for (const std::string_view name : file.fields()) names_.emplace_back(name);
}

std::optional<std::size_t> HeaderRow::find(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names_.begin());
}

std::optional<std::size_t> HeaderRow::required(std::string_view name) const {
  const auto found = find(name);
  if (!found)
    file_.report("expected a column named " + std::string(name) + "; found none");
  return found;
}

}  // namespace crosscheck
