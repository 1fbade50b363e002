// Whether a rules directory is as its owner signed it.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "json/problem.h"

namespace crosscheck {

/// Checks the signature of SHA256SUMS in `directory` against the public keys in
/// the file `keys`, and `files`, path -> content, against SHA256SUMS.  Looks only at
/// bytes, so it can come before anything is parsed.
///
/// Errors: a Problem for whatever is missing, more, or not as it was signed.
void check_signed(const std::filesystem::path& directory,
                  const std::map<std::string, std::string>& files,
                  const std::filesystem::path& keys, Problems& problems);

}  // namespace crosscheck
