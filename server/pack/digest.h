// One short text that changes whenever a rules file does.
#pragma once

#include <map>
#include <string>

namespace crosscheck {

/// "sha256:" and 64 hexadecimal digits over `files`, path -> content.  Covers
/// paths, contents and where one ends and the next begins.
std::string digest(const std::map<std::string, std::string>& files);

}  // namespace crosscheck
