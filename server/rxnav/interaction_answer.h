// The answers of /REST/interaction.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "check/report.h"
#include "check/rules_in_force.h"
#include "rxnav/outline.h"
#include "rxnav/unanswered.h"

namespace crosscheck {

/// How all that is found is called, as a source of interactions.
inline constexpr std::string_view kRxnavSource = "crosscheck";

/// What the caller sent, and how it is to be answered.
struct RxnavQuestion {
  std::vector<std::string> rxcuis;          ///< As they came; echoed.
  std::vector<std::string> sources = {""};  ///< Echoed; nothing is left out for them.
  /// Whether an answer without findings has an empty group, for clients that do not
  /// expect none.  RxNav left the group out.
  bool empty_groups = false;
};

/// The interactions within a list, as one group, the worst first.  `checked` are the
/// RxCUIs that `report` is about.
void write_list_answer(const RulesInForce& rules, const RxnavQuestion& question,
                       std::span<const std::string> checked, const Report& report,
                       const Unanswered& unanswered, Outline& outline);

/// All that the rules say of one drug, which is the first of `question`, with any other,
/// the worst first.
void write_drug_answer(const RulesInForce& rules, const RxnavQuestion& question,
                       const Recognition& recognition, const Unanswered& unanswered,
                       Outline& outline);

/// What there is to ask, and how old it is.
void write_sources_answer(const RulesInForce& rules, Outline& outline);
void write_version_answer(const RulesInForce& rules, Outline& outline);

/// What a group says of itself; both kinds of groups begin with it.
void write_group_head(const RulesInForce& rules, Outline& outline);

}  // namespace crosscheck
