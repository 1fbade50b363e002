// The list of all rules files with what each holds, which is what gets signed.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "json/problem.h"

namespace crosscheck {

inline constexpr const char* kManifestFile = "SHA256SUMS";
inline constexpr const char* kSignatureFile = "SHA256SUMS.minisig";

/// A line for each of `files`, path -> content: SHA-256, two spaces, path.  The
/// program sha256sum reads the same form.
std::string write_manifest(const std::map<std::string, std::string>& files);

/// Reports every one of `files` that is not in `manifest` or not as it says,
/// every file of `manifest` that is not among `files`, and every line that is
/// none.
void check_manifest(std::string_view manifest,
                    const std::map<std::string, std::string>& files, Problems& problems);

}  // namespace crosscheck
