// How the pages about rules look.
#pragma once

#include <string_view>

namespace crosscheck {

/// rule_page/rules.css as it was when the program was built.
extern const std::string_view kRuleStyle;
/// Its fingerprint, for an ETag.
extern const std::string_view kRuleStyleTag;

}  // namespace crosscheck
