#include "pack/precaution_reader.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "json/json_writer.h"
#include "pack/age_range_reader.h"
#include "pack/participant_reader.h"
#include "pack/row_reader.h"

namespace crosscheck {
namespace {

constexpr std::array<std::pair<double, std::string_view>, 3> kMassUnits{{
    {1, "mg"},
    {1000, "g"},
    {0.001, "mcg"},
}};

// The members that belong to one kind each.
constexpr std::array<std::pair<PrecautionKind, std::string_view>, 3> kMembersOfKind{{
    {PrecautionKind::condition, "conditions"},
    {PrecautionKind::age, "age_years"},
    {PrecautionKind::dose, "daily_dose"},
}};

std::optional<PrecautionKind> read_kind(const JsonNode& node) {
  if (node.has("kind"))
    return node.optional_token<PrecautionKind>("kind", kPrecautionKindTokens);
  node.required_token<PrecautionKind>("kind", kPrecautionKindTokens);
  return std::nullopt;
}

std::vector<std::string> read_conditions(const JsonNode& node, const KnownKeys& keys) {
  auto conditions = keys.read_keys(node, "conditions");
  if (conditions.empty() && node.has_array("conditions"))
    node.report("conditions", "at least one condition");
  return conditions;
}

std::optional<DoseLimit> read_daily_dose(const JsonNode& precaution) {
  const auto node = precaution.required_object("daily_dose");
  if (!node) return std::nullopt;
  node->allow_only({"above", "unit"});
  const auto above = node->required_number("above");
  if (above && *above <= 0) node->report("above", "a number above 0");
  const auto milligrams = node->required_token<double>("unit", kMassUnits);
  return DoseLimit{above.value_or(0) * milligrams};
}

void check_kind(const JsonNode& node, const Precaution& precaution) {
  const std::string name = json_quoted(to_string(precaution.kind));
  for (const auto& [kind, member] : kMembersOfKind) {
    if (kind != precaution.kind && node.has(member))
      node.report(member, "no such member in a precaution of kind " + name);
  }
  if (precaution.kind == PrecautionKind::route && node.has("of") &&
      precaution.of.routes.empty())
    node.report("of", "a \"route\" in a precaution of kind " + name);
  if (is_information(precaution.kind) && precaution.severity != Severity::minor)
    node.report("severity", "\"minor\" in a precaution of kind " + name);
  if (is_information(precaution.kind) && node.has("interruptive") &&
      precaution.interruptive)
    node.report("interruptive", "false in a precaution of kind " + name);
}

void read_by_kind(const JsonNode& node, const Vocabulary& vocabulary,
                  Precaution& precaution) {
  const auto kind = read_kind(node);
  if (!kind) return;
  precaution.kind = *kind;
  if (*kind == PrecautionKind::condition)
    precaution.conditions = read_conditions(node, vocabulary.conditions);
  if (*kind == PrecautionKind::age) precaution.age = read_age_range(node);
  if (*kind == PrecautionKind::dose) precaution.daily_dose = read_daily_dose(node);
  check_kind(node, precaution);
}

Precaution read_precaution(const JsonNode& node, PackContext& context) {
  node.allow_only({"id", "of", "kind", "conditions", "age_years", "daily_dose",
                   "severity", "interruptive", "effects", "mechanism", "management",
                   "consumer", "evidence"});
  Precaution precaution;
  static_cast<Statement&>(precaution) = read_statement(node, context);
  if (const auto of = node.required_object("of"))
    precaution.of = read_participant(*of, context.vocabulary);
  read_by_kind(node, context.vocabulary, precaution);
  return precaution;
}

}  // namespace

std::vector<Precaution> read_precautions(const JsonNode& document, PackContext& context) {
  document.allow_only({"schema", "precautions"});
  std::vector<Precaution> precautions;
  for (const JsonNode& node : read_rows(document, "precautions"))
    precautions.push_back(read_precaution(node, context));
  return precautions;
}

}  // namespace crosscheck
