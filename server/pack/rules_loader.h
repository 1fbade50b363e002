// A rules directory → the rules in force.
#pragma once

#include <filesystem>
#include <memory>

#include "check/rules_in_force.h"
#include "json/problem.h"
#include "pack/example_reader.h"
#include "pack/rules_directory.h"

namespace crosscheck {

struct LoadOptions {
  /// Whether a local policy may make a contraindication less severe or silent.
  bool may_lower_contraindications = false;
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
                                               LoadOptions options = {});

/// The same for files that were read before.
std::shared_ptr<const RulesInForce> load_rules(const RulesDirectory& files,
                                               const QuestionReader& read_question,
                                               Problems& problems,
                                               LoadOptions options = {});

}  // namespace crosscheck
