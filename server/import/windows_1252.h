// Text of a file that does not say how its letters are coded.
#pragma once

#include <string>
#include <string_view>

namespace crosscheck {

/// `text` as UTF-8: as it is where it is UTF-8, else read as Windows-1252, in which
/// the FDA writes "®" and "é".  The five bytes that mean nothing there become U+FFFD.
std::string to_utf8(std::string_view text);

}  // namespace crosscheck
