#include "cds/hook_reader.h"

#include <algorithm>
#include <utility>

#include "fhir/clinical_question.h"
#include "fhir/resource_set.h"
#include "fhir/resource_type.h"

namespace crosscheck {
namespace {

constexpr std::string_view kPatientType = "Patient/";
constexpr std::string_view kConfiguration = "pddi-configuration-items";

bool is_medication_resource(std::string_view type) {
  return type.starts_with("Medication");
}

std::string read_type(const JsonNode& node) {
  return node.is_object() ? node.optional_text("resourceType") : "";
}

class HookReader {
 public:
  HookReader(const CdsService& service, const RulesInForce& rules, Day today,
             Problems& problems)
      : service_(service), rules_(rules), today_(today), problems_(problems) {
    call_.hook = service.hook;
  }

  HookReading read(const nlohmann::json& body) {
    const JsonNode root(body, "request body", problems_);
    if (!root.is_object()) {
      root.report("", "an object");
      return {};
    }
    if (const std::string hook = root.required_string("hook");
        !hook.empty() && hook != to_string(service_.hook))
      root.report("hook", to_string(service_.hook));
    root.required_string("hookInstance");
    const auto context = root.required_object("context");
    if (context) read_context(*context);
    if (!problems_.empty()) return {};
    // What is wrong with single resources must not keep the others from being checked.
    const auto prefetch =
        JsonNode(body, "request body", call_.unreadable).optional_object("prefetch");
    const bool has_medications = prefetch && read_prefetch(*prefetch);
    HookReading reading;
    reading.lacks_medications = !has_medications;
    if (!has_medications) return reading;
    read_resources(
        *JsonNode(body, "request body", call_.unreadable).optional_object("context"));
    if (!refusal_.empty()) root.report("", "a call that can be answered", refusal_);
    if (!problems_.empty()) return {};
    read_options(root);
    reading.call = std::move(call_);
    return reading;
  }

 private:
  void read_context(const JsonNode& context) {
    const std::string patient = context.required_string("patientId");
    const std::string user = context.optional_text("userId");
    call_.patient =
        patient.starts_with(kPatientType) ? patient : std::string(kPatientType) + patient;
    call_.scene = user + '\n' + patient + '\n' + context.optional_text("encounterId");
    switch (service_.hook) {
      case Hook::order_select:
        for (const JsonNode& selection : context.required_array("selections"))
          selections_.push_back(selection.as_text());
        [[fallthrough]];
      case Hook::order_sign:
        context.required_object("draftOrders");
        break;
      case Hook::medication_prescribe:
        if (!context.has("medications"))
          context.report("medications", "a Bundle", "nothing");
        break;
      case Hook::patient_view:
        break;
    }
  }

  // The keys of the prefetch that ask for medications.
  static bool is_medication_key(std::string_view key) {
    return key == kMedicationsKey || key == kStatementsKey;
  }

  // Whether the current medications are in it.
  bool read_prefetch(const JsonNode& prefetch) {
    bool has_medications = false;
    for (const auto& [key, value] : prefetch.members()) {
      has_medications = has_medications || key == kMedicationsKey;
      const std::string type = read_type(value);
      if (type == "OperationOutcome" ||
          (is_medication_key(key) && !may_hold_medications(type))) {
        call_.unavailable.push_back(key);
        continue;
      }
      if (is_medication_key(key)) report_others(value);
      on_file_.push_back(value);
    }
    return has_medications ||
           std::any_of(on_file_.begin(), on_file_.end(), holds_medications);
  }

  // What is no resource at all is told by whoever reads it.
  static bool may_hold_medications(std::string_view type) {
    return type.empty() || type == "Bundle" || type == "Parameters" ||
           is_medication_resource(type);
  }

  // A Bundle that holds other things than were asked for is no empty list.
  static void report_others(const JsonNode& value) {
    if (!value.is_object() || !value.has_array("entry")) return;
    std::string other;
    for (const JsonNode& entry : value.optional_array("entry")) {
      const auto resource = entry.optional_value("resource");
      if (!resource) continue;
      std::string type = read_type(*resource);
      if (may_hold_medications(type)) return;
      if (is_resource_type(type) && !accompanies_medications(type))
        other = std::move(type);
    }
    if (!other.empty())
      value.report("entry", "medications", "none, but a resource of type " + other);
  }

  static bool holds_medications(const JsonNode& value) {
    if (is_medication_resource(read_type(value))) return true;
    if (read_type(value) != "Bundle") return false;
    const auto entries = value.optional_array("entry");
    return std::any_of(entries.begin(), entries.end(), [](const JsonNode& entry) {
      const auto resource = entry.optional_value("resource");
      return resource && is_medication_resource(read_type(*resource));
    });
  }

  void read_resources(const JsonNode& context) {
    ResourceSet resources;
    if (const auto drafts = context.optional_value("draftOrders"))
      resources.add(*drafts, Role::ordered);
    add_legacy(context, resources);
    for (const JsonNode& value : on_file_) resources.add(value, Role::on_file);
    ClinicalQuestion read = read_clinical_question(rules_, resources, today_);
    call_.question = std::move(read.question);
    call_.orders = std::move(read.references);
    call_.left_out = std::move(read.left_out);
    refusal_ = std::move(read.refusal);
    choose_in_question();
  }

  // A Bundle, or as older clients send it, an array of resources.
  static void add_legacy(const JsonNode& context, ResourceSet& resources) {
    if (context.has_array("medications")) {
      for (const JsonNode& one : context.optional_array("medications"))
        resources.add(one, Role::ordered);
    } else if (const auto bundle = context.optional_value("medications")) {
      resources.add(*bundle, Role::ordered);
    }
  }

  bool is_selected(const std::string& order) const {
    return std::any_of(selections_.begin(), selections_.end(),
                       [&](const auto& selection) {
                         return !order.empty() &&
                                (order == selection || order.ends_with('/' + selection) ||
                                 selection.ends_with('/' + order));
                       });
  }

  void choose_in_question() {
    const auto& medications = call_.question.medications;
    for (std::size_t i = 0; i < medications.size(); ++i)
      call_.in_question.push_back(service_.hook == Hook::patient_view ||
                                  medications[i].is_new);
    if (service_.hook != Hook::order_select) return;
    // A selection that names none of the drafts is no reason to look at none of them.
    std::vector<bool> selected;
    for (std::size_t i = 0; i < medications.size(); ++i)
      selected.push_back(call_.in_question[i] && is_selected(call_.orders[i]));
    if (std::find(selected.begin(), selected.end(), true) != selected.end())
      call_.in_question = std::move(selected);
  }

  void read_options(const JsonNode& root) {
    const auto extension = root.optional_object("extension");
    if (!extension) return;
    const auto items = extension->optional_object(kConfiguration);
    if (!items) return;
    HookOptions& options = call_.options;
    const auto read = [&](std::string_view name, bool& option) {
      option = items->optional_bool(name).value_or(option);
    };
    read("alert-non-serious", options.alert_non_serious);
    read("show-evidence-support", options.show_evidence_support);
    read("create-detected-issue", options.create_detected_issues);
    if (service_.hook == Hook::order_select)
      read("cache-for-order-sign-filtering", options.remember_alerts);
    if (service_.hook == Hook::order_sign)
      read("filter-out-repeated-alerts", options.filter_repeated_alerts);
  }

  const CdsService& service_;
  const RulesInForce& rules_;
  const Day today_;
  Problems& problems_;
  HookCall call_;
  std::string refusal_;
  std::vector<std::string> selections_;
  std::vector<JsonNode> on_file_;
};

}  // namespace

HookReading read_hook_call(const CdsService& service, const RulesInForce& rules,
                           const nlohmann::json& body, Day today, Problems& problems) {
  return HookReader(service, rules, today, problems).read(body);
}

}  // namespace crosscheck
