#include "fhir/medication_reader.h"

#include <algorithm>
#include <array>
#include <vector>

#include "fhir/concept.h"
#include "fhir/dosage.h"
#include "fhir/drug_reader.h"

namespace crosscheck {
namespace {

template <std::size_t N>
bool is_any_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The statuses of all four types in R4 and R5, by what they say of the patient: one
// name never means two things.
constexpr std::array<std::string_view, 9> kTaken{"active",      "draft",       "on-hold",
                                                 "unknown",     "intended",    "recorded",
                                                 "in-progress", "preparation", "new"};
constexpr std::array<std::string_view, 3> kEnded{"stopped", "cancelled", "ended"};
constexpr std::array<std::string_view, 5> kNotTaken{"completed", "entered-in-error",
                                                    "not-taken", "not-done", "declined"};

// Whether a statement of R5, or of STU3 in its words, says that the drug is not taken.
std::string_view not_taken_reason(const JsonNode& node) {
  if (node.has("adherence")) {
    const auto adherence = node.optional_object("adherence");
    const std::string code = adherence ? read_code(*adherence, "code") : std::string();
    if (code == "not-taking") return "not-taken";
    if (code.starts_with("stopped")) return "stopped";
  }
  if (node.has("taken") && node.optional_text("taken") == "n") return "not-taken";
  return {};
}

struct Status {
  std::string reason;  ///< Why it is no exposure; "" where it is one.
  bool ends = false;   ///< It is no exposure because it came to its end.
};

Status read_status(const Resource& resource) {
  const JsonNode& node = resource.node;
  if (resource.type == "Medication") return {};
  if (node.optional_bool("doNotPerform").value_or(false)) return {"do-not-perform"};
  const std::string status = node.optional_text("status");
  if (is_any_of(status, kEnded)) return {status, true};
  if (is_any_of(status, kNotTaken)) return {status, status == "completed"};
  if (const auto reason = not_taken_reason(node); !reason.empty())
    return {std::string(reason), reason == "stopped"};
  if (!is_any_of(status, kTaken))
    node.report("status",
                "a status of a " + resource.type + "; it is checked as if taken",
                status.empty() ? "none" : "another word");
  return {};
}

// dosageInstruction and dosage are lists, but for an administration.
std::vector<JsonNode> dosages_of(const Resource& resource) {
  const JsonNode& node = resource.node;
  if (resource.type == "MedicationAdministration") {
    const auto dosage = node.optional_object("dosage");
    return dosage ? std::vector{*dosage} : std::vector<JsonNode>{};
  }
  const bool is_statement = resource.type == "MedicationStatement";
  return node.optional_array(is_statement ? "dosage" : "dosageInstruction");
}

}  // namespace

bool is_medication_use(std::string_view type) {
  static constexpr std::array<std::string_view, 5> kTypes{
      "MedicationRequest", "MedicationOrder", "MedicationStatement",
      "MedicationAdministration", "MedicationDispense"};
  return is_any_of(type, kTypes);
}

MedicationReading read_medication(const RulesInForce& rules, const ResourceSet& resources,
                                  const Resource& resource, Role role) {
  const DrugReader drugs(rules, resources);
  const Status status = read_status(resource);
  const bool is_order_to_stop =
      role == Role::ordered && status.ends && status.reason != "completed";
  const bool stops = is_order_to_stop ||
                     (role == Role::stopping && (status.ends || status.reason.empty()));
  if (!status.reason.empty() && !stops)
    return {std::nullopt, {resource.name(), drugs.name(resource), status.reason}};

  Concept drug = drugs.read(resource);
  MedicationEntry entry;
  entry.text = std::move(drug.text);
  entry.codings = std::move(drug.codings);
  if (!resource.reference.empty()) entry.id = resource.reference;
  entry.is_new = role == Role::ordered && !stops;
  entry.stopping = stops;
  Dosage dosage = read_dosages(rules.recogniser(), dosages_of(resource));
  entry.route = std::move(dosage.route);
  entry.daily_dose = std::move(dosage.daily_dose);
  return {std::move(entry), {}};
}

}  // namespace crosscheck
