// One short text that changes whenever a rules file does.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace crosscheck {

/// "sha256:" and 64 hexadecimal digits over `files`, path -> content.  Covers
/// paths, contents and where one ends and the next begins.
std::string digest(const std::map<std::string, std::string>& files);

/// 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace crosscheck
