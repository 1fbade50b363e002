// Files → a folder that is there whole or not at all.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "json/problem.h"

namespace crosscheck {

/// Whether write_folder() may put a pack at `folder`: nothing is there, or an
/// empty folder, or a terminology pack with no file of another kind.  Reports it if not.
bool may_replace(const std::filesystem::path& folder, Problems& problems);

/// Writes `files`, name → content, into a hidden folder beside `folder` and then
/// gives it that name, in place of what was there.  A reader of the directory sees
/// the old files or the new ones, never some of both.
///
/// Errors: false and a problem; what was there is then unchanged.
bool write_folder(const std::filesystem::path& folder,
                  const std::map<std::string, std::string>& files, Problems& problems);

}  // namespace crosscheck
