#include "api/report_writer.h"

#include <algorithm>

#include "api/ingredient_writer.h"
#include "api/matched_rule_writer.h"
#include "api/optional_text.h"
#include "check/alert_words.h"
#include "check/wording.h"
#include "json/json_writer.h"
#include "knowledge/day.h"

namespace crosscheck {
namespace {

void write_positions(const std::vector<std::size_t>& positions, JsonWriter& json) {
  json.begin_array("medications");
  for (const std::size_t position : positions) json.value(position);
  json.end_array();
}

class ReportWriter {
 public:
  ReportWriter(const RulesInForce& rules, const Question& question, const Report& report,
               std::string& out)
      : rules_(rules),
        knowledge_(rules.knowledge()),
        question_(question),
        report_(report),
        json_(out) {}

  void write() {
    json_.begin_object();
    write_overview();
    write_each("medications", report_.medications,
               [this](const Recognition& recognition) {
                 write_medication(
                     static_cast<std::size_t>(&recognition - report_.medications.data()));
               });
    write_each("interactions", report_.interactions,
               [this](const auto& alert) { write_interaction(alert); });
    write_each("precautions", report_.precautions,
               [this](const auto& alert) { write_precaution(alert); });
    write_each("duplicates", report_.duplicates,
               [this](const auto& duplicate) { write_duplicate(duplicate); });
    write_each("cumulative_effects", report_.cumulative_effects,
               [this](const auto& alert) { write_cumulative(alert); });
    write_each("not_checked", report_.not_checked,
               [this](const auto& note) { write_not_checked(note); });
    write_each("not_covered", report_.not_covered,
               [this](const auto& note) { write_not_covered(note); });
    json_.member("hidden", report_.hidden);
    write_knowledge();
    const std::string warning = expiry_warning(rules_, day_);
    json_.member("notice", warning + (warning.empty() ? "" : " ") +
                               notice(knowledge_, question_.audience));
    json_.end_object();
  }

 private:
  template <typename Rows, typename Write>
  void write_each(std::string_view name, const Rows& rows, Write write) {
    json_.begin_array(name);
    for (const auto& row : rows) write(row);
    json_.end_array();
  }

  void write_overview() {
    json_.member("complete", report_.complete());
    json_.key("highest_severity");
    if (report_.highest_severity)
      json_.string(to_string(*report_.highest_severity));
    else
      json_.null();
    json_.begin_object("counts");
    for (const auto& [severity, token] : kSeverityTokens)
      json_.member(token, report_.counts[static_cast<std::size_t>(severity)]);
    json_.end_object();
  }

  void write_medication(std::size_t position) {
    const MedicationEntry& entry = question_.medications[position];
    const Recognition& recognition = report_.medications[position];
    json_.begin_object();
    json_.member("position", position);
    json_.member("id", entry.id);
    json_.member("text", known(entry.text));
    json_.member("new", entry.is_new);
    json_.member("recognised", to_string(recognition.recognised));
    json_.begin_array("ingredients");
    for (const auto& part : recognition.parts) {
      for (const IngredientId id : part) write_ingredient(knowledge_, id, json_);
    }
    json_.end_array();
    json_.strings("suggestions", recognition.suggestions);
    json_.member("route", known(recognition.route));
    json_.end_object();
  }

  template <typename Alert, typename WriteKeys>
  void write_words(const Alert& alert, WriteKeys write_keys) {
    const AlertWords words = words_for(question_.audience, knowledge_, alert);
    json_.member("wording", to_string(words.wording));
    json_.member("summary", words.summary);
    write_keys();
    json_.strings("effect_texts", words.effects);
    json_.member("management", words.management);
  }

  template <typename Alert>
  void write_advice(const Alert& alert) {
    write_words(alert, [&] { json_.strings("effects", effects_of(alert)); });
    json_.begin_array("rules");
    for (const auto* rule : alert.rules) write_matched_rule(knowledge_, *rule, json_);
    json_.end_array();
  }

  void write_ingredients(const std::vector<IngredientId>& ingredients) {
    json_.begin_array("ingredients");
    for (const IngredientId id : ingredients) json_.string(knowledge_.ingredient(id).key);
    json_.end_array();
  }

  void write_interaction(const InteractionAlert& alert) {
    json_.begin_object();
    json_.member("severity", to_string(alert.severity));
    json_.member("interruptive", is_interruptive(alert));
    write_positions({alert.first.position, alert.second.position}, json_);
    std::vector<IngredientId> ingredients = alert.first.ingredients;
    for (const IngredientId id : alert.second.ingredients) {
      if (std::find(ingredients.begin(), ingredients.end(), id) == ingredients.end())
        ingredients.push_back(id);
    }
    write_ingredients(ingredients);
    json_.member("assumed", alert.assumed);
    write_advice(alert);
    json_.end_object();
  }

  void write_precaution(const PrecautionAlert& alert) {
    json_.begin_object();
    json_.member("severity", to_string(alert.severity));
    json_.member("interruptive", is_interruptive(alert));
    write_positions(alert.medications, json_);
    json_.member("ingredient", knowledge_.ingredient(alert.ingredient).key);
    json_.member("kind", to_string(alert.kind));
    json_.member("because", alert.because);
    json_.member("assumed", alert.assumed);
    write_advice(alert);
    json_.end_object();
  }

  void write_duplicate(const Duplicate& duplicate) {
    json_.begin_object();
    write_positions(duplicate.medications, json_);
    std::optional<std::string_view> ingredient, drug_class;
    if (duplicate.drug_class == nullptr)
      ingredient = knowledge_.ingredient(duplicate.ingredients.front()).key;
    else
      drug_class = duplicate.drug_class->key;
    json_.member("ingredient", ingredient);
    json_.member("class", drug_class);
    write_ingredients(duplicate.ingredients);
    json_.member("summary", summary(knowledge_, duplicate));
    json_.end_object();
  }

  void write_cumulative(const CumulativeAlert& alert) {
    std::vector<IngredientId> ingredients;
    for (const Contribution& contribution : alert.contributions)
      ingredients.push_back(contribution.ingredient);
    json_.begin_object();
    json_.member("effect", alert.effect->effect);
    json_.member("severity", to_string(alert.severity));
    json_.member("interruptive", is_interruptive(alert));
    write_positions(alert.medications, json_);
    write_ingredients(ingredients);
    json_.member("assumed", alert.assumed);
    write_words(alert, [] {});
    write_total(knowledge_, alert, json_);
    json_.end_object();
  }

  void write_not_checked(const NotChecked& note) {
    json_.begin_object();
    switch (note.subject) {
      case NotChecked::Subject::medication:
        json_.member("position", note.position);
        break;
      case NotChecked::Subject::condition:
        json_.member("condition", note.text);
        break;
      case NotChecked::Subject::allergy:
        json_.member("allergy", note.text);
        break;
    }
    json_.member("text", note.text);
    json_.member("reason", to_string(note.reason));
    json_.strings("suggestions", note.suggestions);
    json_.end_object();
  }

  void write_not_covered(const NotCovered& note) {
    const std::string& key = knowledge_.ingredient(note.ingredient).key;
    json_.begin_object();
    if (note.position)
      json_.member("position", *note.position);
    else
      json_.member("allergy", key);
    json_.member("ingredient", key);
    json_.end_object();
  }

  void write_knowledge() {
    json_.begin_object("knowledge");
    json_.member("version", rules_.version());
    json_.member("digest", rules_.digest());
    json_.member("valid_until", known(rules_.valid_until()));
    json_.member("expired", !rules_.hold_on(day_));
    json_.begin_array("packs");
    for (const Pack& pack : knowledge_.packs()) {
      json_.begin_object();
      json_.member("id", pack.id);
      json_.member("version", pack.version);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  const RulesInForce& rules_;
  const KnowledgeBase& knowledge_;
  const Question& question_;
  const Report& report_;
  const std::string day_ = today();
  JsonWriter json_;
};

}  // namespace

void write_report(const RulesInForce& rules, const Question& question,
                  const Report& report, std::string& out) {
  ReportWriter(rules, question, report, out).write();
}

}  // namespace crosscheck
