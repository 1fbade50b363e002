// The words of a card.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cds/hook_call.h"
#include "check/report.h"
#include "check/rules_in_force.h"

namespace crosscheck {

/// The longest that a summary may be, in characters.
inline constexpr std::size_t kLongestSummary = 139;

/// `text` cut at a word, with "…", where it has more characters than `most`.
std::string shortened(std::string_view text, std::size_t most);

/// What came from outside, with every sign that Markdown or HTML acts on escaped, on
/// one line.
std::string escaped(std::string_view text);

/// Writes summaries and details about one report.
///
/// Lifetime: borrows all it is given.
class CardText {
 public:
  CardText(const RulesInForce& rules, const HookCall& call, const Report& report)
      : rules_(rules), call_(call), report_(report) {}

  /// "Major: baclofen with phenelzine. Use together with caution and reduce …"
  std::string summary(const InteractionAlert& alert) const;
  std::string summary(const PrecautionAlert& alert) const;
  std::string summary(const CumulativeAlert& alert) const;

  /// The ten items that HL7's PDDI-CDS asks for, what is not known said to be so.
  std::string detail(const InteractionAlert& alert) const;
  std::string detail(const PrecautionAlert& alert) const;
  std::string detail(const CumulativeAlert& alert) const;

  /// "**Lioresal 10 mg tablet** (new order)", as the client wrote it.
  std::string entry(std::size_t position) const;

 private:
  std::string entries(const std::vector<std::size_t>& positions) const;
  std::string rule(const Statement& statement) const;
  std::string evidence(std::string_view rule_id, const std::vector<Evidence>& all) const;
  std::string in_force() const;
  std::string confirm(bool assumed) const;

  const RulesInForce& rules_;
  const HookCall& call_;
  const Report& report_;
};

}  // namespace crosscheck
