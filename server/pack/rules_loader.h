// A rules directory → the rules in force.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "check/rules_in_force.h"
#include "json/problem.h"
#include "pack/example_reader.h"
#include "pack/rules_directory.h"

namespace crosscheck {

struct LoadOptions {
  /// Whether a local policy may make a contraindication less severe or silent.
  bool may_lower_contraindications = false;
  /// File of the public keys of those who may sign the rules; "": unsigned rules
  /// will do.  Where there are keys, expired rules are refused as well.
  std::filesystem::path keys = {};
  /// Older rules are refused; "": none is too old.
  std::string minimum_version = {};
};

/// Reads all files of `directory`, links them and runs every example.
///
/// Errors: null, and every problem of every file, sorted by file and place,
/// with files named as below `directory`.  Examples run only where all else is
/// in order; they prove the packs, so local policies are put in force after them.
/// Cost: once for each reload; grows with the size of the files.
std::shared_ptr<const RulesInForce> load_rules(const std::filesystem::path& directory,
                                               const QuestionReader& read_question,
                                               Problems& problems,
                                               const LoadOptions& options = {});

/// The same for files that were read before, whoever signed them.
std::shared_ptr<const RulesInForce> load_rules(const RulesDirectory& files,
                                               const QuestionReader& read_question,
                                               Problems& problems);

}  // namespace crosscheck
