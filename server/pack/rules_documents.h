// The files of a rules directory, as JSON.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "json/json_document.h"
#include "json/json_node.h"
#include "json/problem.h"

namespace crosscheck {

/// Every file parsed, with the schema number looked at.
///
/// Lifetime: borrows the problem list; the nodes borrow both.
class RulesDocuments {
 public:
  /// Reports every file that is no strict JSON, no object, or of a schema
  /// that is not known.  `files` is path -> content.
  RulesDocuments(const std::map<std::string, std::string>& files, Problems& problems);

  /// Whether there was a file at `path`, faulty or not.
  bool has_file(const std::string& path) const { return paths_.contains(path); }
  /// The document at `path`; none where the file was missing or faulty, which
  /// has been reported.
  std::optional<JsonNode> find(const std::string& path) const;

 private:
  std::set<std::string> paths_;
  std::map<std::string, JsonDocument> documents_;
  Problems& problems_;
};

}  // namespace crosscheck
