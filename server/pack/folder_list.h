// The names in a folder.
#pragma once

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace crosscheck {

/// All names in `folder` but "." and "..", in no order.  The standard library's
/// iterator ends the program where memory is short (libstdc++ 12); this throws.
///
/// Errors: `error` says why not all could be read.
std::vector<std::string> list_folder(const std::filesystem::path& folder,
                                     std::error_code& error);

}  // namespace crosscheck
