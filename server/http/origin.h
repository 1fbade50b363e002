// Origins of pages, as people write them in settings.
#pragma once

#include <string_view>
#include <vector>

namespace crosscheck {

/// scheme://host or scheme://host:port in small letters, as browsers send it.
bool is_origin(std::string_view text);

/// The parts between commas, without the blanks around them.  Empty for "".
std::vector<std::string_view> split_origins(std::string_view list);

}  // namespace crosscheck
