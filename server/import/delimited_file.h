// A text file of another publisher: a row a line, fields between delimiters.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json/problem.h"

namespace crosscheck {

/// Reads one file once, from the first line to the last, and holds one line at a
/// time.  Blank lines, a byte order mark and "\r" before a line end are passed over.
///
/// Errors: a file that cannot be read, and whatever is reported of a row, each as
/// "name of the file: line 12: …".  After kMostProblems the reading ends.
/// Lifetime: borrows the problem list.
class DelimitedFile {
 public:
  static constexpr std::size_t kMostProblems = 1000;

  DelimitedFile(const std::filesystem::path& path, char delimiter, Problems& problems);

  /// Goes to the next row; false at the end.
  bool next();

  /// The fields of this row, as bytes; valid until next().
  std::span<const std::string_view> fields() const { return fields_; }
  std::string_view operator[](std::size_t field) const { return fields_[field]; }

  /// Whether this row has `count` fields; reports it if not.  A delimiter at the
  /// end of a line ends the last field, where the format has it so.
  bool has_fields(std::size_t count);
  /// Reports this row.
  void report(std::string message);

 private:
  void split();

  std::string name_;
  char delimiter_;
  Problems& problems_;
  std::vector<char> buffer_;
  std::ifstream file_;
  std::string line_;
  std::size_t line_number_ = 0;
  std::vector<std::string_view> fields_;
};

/// A field without the spaces around it.
std::string_view trimmed(std::string_view field);

}  // namespace crosscheck
