// A rules directory → its terminology alone.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "json/problem.h"
#include "knowledge/terminology.h"

namespace crosscheck {

struct LoadedTerminology {
  Terminology terminology;
  std::string digest;  ///< "sha256:…" of the files that it was read from.
  std::vector<std::string> left_out;  ///< Folders of packs that could not be read.
};

/// Reads terminology/ and the terminology packs of `directory`, but not the pack
/// in the folder `without`: what replaces a pack is not measured against it.  A
/// pack that has a fault, or rests on one that is not read, is left out and named.
///
/// Errors: none, and every problem of terminology/.
std::optional<LoadedTerminology> load_terminology(const std::filesystem::path& directory,
                                                  const std::filesystem::path& without,
                                                  Problems& problems);

}  // namespace crosscheck
