// US National Drug Codes, however they are written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

/// Labeler and product of an NDC, five and four digits, as one number: what the
/// code tells beside the size of the package.
struct NdcProduct {
  std::uint32_t number = 0;
  auto operator<=>(const NdcProduct&) const = default;
};

/// The products that `text` may name; none where it is no NDC.
///
/// The FDA writes ten digits, 4-4-2, 5-3-2 or 5-4-1, and only the dashes tell which
/// (21 CFR 207.33); payers write eleven, 5-4-2, with a zero before the short part.
/// Without dashes ten digits have up to three meanings.  The package may be left
/// out: 4-4, 5-3, 5-4, or nine digits without a dash.
std::vector<NdcProduct> read_ndc(std::string_view text);

/// The form of rules files: "00002-1433".
std::string to_string(NdcProduct product);

}  // namespace crosscheck
