// The files of a rules directory, as bytes.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "json/problem.h"

namespace crosscheck {

inline constexpr const char* kReleaseFile = "release.json";
inline constexpr const char* kTerminologyFolder = "terminology";
inline constexpr const char* kTerminologyPackFile = "terminology.json";
inline constexpr const char* kIngredientsFile = "ingredients.json";
inline constexpr const char* kLocalFolder = "local";
inline constexpr const char* kPolicyFile = "local/policy.json";
inline constexpr const char* kCumulativeEffectsFile = "cumulative-effects.json";
inline constexpr const char* kProductsFile = "products.json";

/// What was found in a rules directory.
struct RulesDirectory {
  /// Path below the directory ("baclofen/pack.json") -> content.
  std::map<std::string, std::string> files;
  /// The folders with pack.json, sorted.
  std::vector<std::string> packs;
  /// The folders with terminology.json, sorted.
  std::vector<std::string> terminology_packs;
};

/// Reads release.json, the terminology, local/policy.json and every folder of a
/// pack.  Names that begin
/// with a dot, the folder schema/ and files that are no JSON are passed over.
///
/// Errors: one Problem for each JSON file or folder that has no place there,
/// and for each file that is missing, unreadable or larger than 64 MiB.  The
/// rest is still read.
RulesDirectory read_rules_directory(const std::filesystem::path& directory,
                                    Problems& problems);

}  // namespace crosscheck
