// What became of the rows of an import, for whoever ran it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

/// Notes, counts in the order in which they were first added, and the names that were
/// not understood.
class ImportSummary {
 public:
  void note(std::string text) { notes_ += std::move(text) + "\n"; }
  void add(std::string_view what, std::size_t count = 1);
  void add_unknown(std::string_view name);

  std::size_t count(std::string_view what) const;

  /// The notes, a line for each count, then the ten most frequent unknown names.
  std::string to_text() const;

 private:
  std::string notes_;
  std::vector<std::pair<std::string, std::size_t>> counts_;
  std::map<std::string, std::size_t, std::less<>> unknown_;
};

}  // namespace crosscheck
