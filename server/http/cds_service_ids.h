// The ids of the CDS services.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace crosscheck {

/// One for each hook; `/cds-services/{id}` and its feedback lead to them.
inline constexpr std::array<std::string_view, 3> kCdsServiceIds{
    "crosscheck-order-select", "crosscheck-order-sign", "crosscheck-patient-view"};

inline bool is_cds_service(std::string_view id) {
  return std::find(kCdsServiceIds.begin(), kCdsServiceIds.end(), id) !=
         kCdsServiceIds.end();
}

}  // namespace crosscheck
