// Tables of the reference, for tests.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace crosscheck {

using CsvRow = std::map<std::string, std::string>;  // by the names of the head row

/// The cells of a line by RFC 4180; no cell holds a line break here.
inline std::vector<std::string> read_csv_line(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      const bool twice = quoted && i + 1 < line.size() && line[i + 1] == '"';
      if (twice) cells.back() += line[i++];
      quoted = twice ? quoted : !quoted;
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else if (line[i] != '\r') {
      cells.back() += line[i];
    }
  }
  return cells;
}

inline std::vector<CsvRow> read_csv(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  const auto head = read_csv_line(line);
  std::vector<CsvRow> rows;
  while (std::getline(file, line)) {
    const auto cells = read_csv_line(line);
    CsvRow& row = rows.emplace_back();
    for (std::size_t i = 0; i < head.size() && i < cells.size(); ++i)
      row[head[i]] = cells[i];
  }
  return rows;
}

/// The parts of a cell that stand between bars.
inline std::vector<std::string> split_bars(const std::string& cell) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : cell + "|") {
    if (c != '|') {
      part += c;
    } else if (!part.empty()) {
      parts.push_back(part);
      part.clear();
    }
  }
  return parts;
}

}  // namespace crosscheck
