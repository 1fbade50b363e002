// Words for what a reader found.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace crosscheck {

/// A value as JSON, cut after 40 bytes: short enough for one line of a log.
std::string describe(const nlohmann::json& value);

}  // namespace crosscheck
