// The answer: every finding, and everything that could not be checked.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/cumulative_effect.h"
#include "knowledge/interaction.h"
#include "knowledge/precaution.h"
#include "knowledge/terminology.h"
#include "naming/recognition.h"

namespace crosscheck {

/// What one entry of the list contributes to an interaction.
struct AlertSide {
  std::size_t position = 0;               ///< In the list.
  std::vector<IngredientId> ingredients;  ///< That take part, each once.
  std::string route;                      ///< Route key, or "" where none is stated.
};

/// All interactions between two entries of the list, as one alert.
struct InteractionAlert {
  Severity severity = Severity::minor;  ///< The worst of `rules`.
  /// In list order.  They have the same position only for an entry that names
  /// several drugs which are no known combination product.
  AlertSide first;
  AlertSide second;
  bool assumed = false;  ///< Rests on an entry that is not understood for sure.
  /// Worst first, and of these the ones that a source grades itself; each once.
  std::vector<const Interaction*> rules;
};

/// All precautions of one kind and one cause for one ingredient, as one alert.
struct PrecautionAlert {
  Severity severity = Severity::minor;
  std::vector<std::size_t> medications;  ///< Positions, ascending.
  bool assumed = false;                  ///< Rests on no entry that is sure.
  IngredientId ingredient;
  PrecautionKind kind = PrecautionKind::condition;
  std::string because;                   ///< "renal impairment", "90 mg a day"
  std::vector<const Precaution*> rules;  ///< Worst first.
};

/// Whether any rule of an alert may stop a prescriber's work.
template <typename Alert>
bool is_interruptive(const Alert& alert) {
  return std::any_of(alert.rules.begin(), alert.rules.end(),
                     [](const auto* rule) { return rule->interruptive; });
}

/// The same ingredient in more than one entry, or a therapeutic duplication:
/// several members of one class.
struct Duplicate {
  std::vector<std::size_t> medications;  ///< Positions, ascending, at least two.
  /// One, or the members of `drug_class` in list order.
  std::vector<IngredientId> ingredients;
  const DrugClass* drug_class = nullptr;  ///< Null for one ingredient.
};

enum class NotCheckedReason {
  unrecognised,
  ambiguous,
  assumed  ///< Checked under a corrected spelling or one of several meanings.
};

inline constexpr std::array<std::pair<NotCheckedReason, std::string_view>, 3>
    kNotCheckedReasonTokens{{
        {NotCheckedReason::unrecognised, "unrecognised"},
        {NotCheckedReason::ambiguous, "ambiguous"},
        {NotCheckedReason::assumed, "assumed"},
    }};

constexpr std::string_view to_string(NotCheckedReason reason) {
  return kNotCheckedReasonTokens[static_cast<std::size_t>(reason)].second;
}

/// One ingredient's part in a cumulative effect.
struct Contribution {
  IngredientId ingredient;
  const Contributor* by = nullptr;
};

/// An effect that several entries of the list add up to.
struct CumulativeAlert {
  Severity severity = Severity::moderate;
  const CumulativeEffect* effect = nullptr;
  int total = 0;                            ///< Of the amounts.
  std::vector<std::size_t> medications;     ///< Positions, ascending, at least two.
  std::vector<Contribution> contributions;  ///< In list order, at least two.
  bool assumed = false;  ///< Rests on an entry that is not understood for sure.
};

inline bool is_interruptive(const CumulativeAlert& alert) {
  return alert.effect->interruptive && alert.severity == Severity::major;
}

/// Something in the question that the answer does not rest on, or not surely.
struct NotChecked {
  enum class Subject { medication, condition, allergy };
  Subject subject = Subject::medication;
  std::size_t position = 0;  ///< Subject medication: its position in the list.
  std::string text;          ///< What was not understood, in the caller's words.
  NotCheckedReason reason = NotCheckedReason::unrecognised;
  std::vector<std::string> suggestions;
};

/// A drug that is known, but of which no rule in force speaks; or an allergy
/// to one.  Silence about it means nothing.
struct NotCovered {
  std::optional<std::size_t> position;  ///< Absent: the patient's allergy to it.
  IngredientId ingredient;
};

/// Findings by severity, in the order of the enumeration.
using SeverityCounts = std::array<std::size_t, kSeverityTokens.size()>;

/// The answer to one Question.  Rule pointers borrow from the RulesInForce
/// that was asked.
struct Report {
  std::vector<Recognition> medications;        ///< One for each entry, in order.
  std::vector<InteractionAlert> interactions;  ///< Worst first, then list order.
  std::vector<PrecautionAlert> precautions;    ///< Worst first, then list order.
  std::vector<Duplicate> duplicates;
  std::vector<CumulativeAlert> cumulative_effects;  ///< Worst first.
  std::vector<NotChecked> not_checked;
  std::vector<NotCovered> not_covered;
  SeverityCounts counts{};  ///< Of all findings, those left out included.
  std::optional<Severity> highest_severity;  ///< Of all findings.
  std::size_t hidden = 0;                    ///< Rows left out for the minimum severity.

  bool complete() const { return not_checked.empty(); }
};

}  // namespace crosscheck
