// A file as bytes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "json/problem.h"

namespace crosscheck {

/// All bytes of `file`.
///
/// Errors: none, and a Problem that calls it `name`, unless it is a readable
/// file of at most 64 MiB.
std::optional<std::string> read_content(const std::filesystem::path& file,
                                        const std::string& name, Problems& problems);

}  // namespace crosscheck
