// The first row of a file that names its columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/delimited_file.h"

namespace crosscheck {

/// Lifetime: borrows the file, which stands at its header.
class HeaderRow {
 public:
  explicit HeaderRow(DelimitedFile& file);

  std::size_t size() const { return names_.size(); }
  std::optional<std::size_t> find(std::string_view name) const;
  /// Reports a column that is missing.
  std::optional<std::size_t> required(std::string_view name) const;

 private:
  DelimitedFile& file_;
  std::vector<std::string> names_;
};

}  // namespace crosscheck
