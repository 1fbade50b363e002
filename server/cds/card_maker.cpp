#include "cds/card_maker.h"

#include <algorithm>
#include <set>

#include "cds/card_text.h"
#include "cds/unchecked_card.h"
#include "check/wording.h"
#include "fhir/detected_issue.h"
#include "json/json_writer.h"

namespace crosscheck {
namespace {

Card::Indicator indicator_of(Severity severity) {
  switch (severity) {
    case Severity::contraindicated:
    case Severity::major:
      return Card::Indicator::critical;
    case Severity::moderate:
      return Card::Indicator::warning;
    case Severity::minor:
      break;
  }
  return Card::Indicator::info;
}

class CardMaker {
 public:
  CardMaker(const RulesInForce& rules, const HookCall& call, const Report& report,
            const CardScene& scene, const NewUuid& new_uuid)
      : rules_(rules),
        call_(call),
        report_(report),
        text_(rules, call, report),
        scene_(scene),
        issue_scene_{rules, call.question.medications, call.orders, call.patient,
                     scene.instant},
        new_uuid_(new_uuid) {
    if (!scene.public_url.empty()) issue_scene_.service = scene.public_url;
  }

  std::vector<Card> make() {
    for (const InteractionAlert& alert : report_.interactions) add(alert);
    for (const PrecautionAlert& alert : report_.precautions) add(alert);
    for (const CumulativeAlert& alert : report_.cumulative_effects) add(alert);
    std::stable_sort(cards_.begin(), cards_.end(),
                     [](const Card& a, const Card& b) { return worst(a) < worst(b); });
    for (const Duplicate& duplicate : report_.duplicates) add(duplicate);
    add_notes();
    if (auto card = make_unchecked_card(
            rules_, call_, report_, {hidden_, scene_.instant.substr(0, 10)}, new_uuid_))
      cards_.push_back(std::move(*card));
    return std::move(cards_);
  }

 private:
  // The enumeration begins with the worst.
  static Severity worst(const Card& card) {
    Severity found = Severity::minor;
    for (const auto& rule : card.rules) found = std::min(found, rule.severity);
    return found;
  }

  bool concerns(const std::vector<std::size_t>& positions) const {
    return std::any_of(positions.begin(), positions.end(), [this](std::size_t position) {
      return call_.in_question[position];
    });
  }

  // Whether the finding is shown; if not for its severity, it is counted.
  bool is_shown(const std::vector<std::size_t>& positions, Severity severity) {
    if (!concerns(positions)) return false;
    if (severity <= Severity::major || call_.options.alert_non_serious) return true;
    ++hidden_;
    return false;
  }

  std::string keys(const std::vector<IngredientId>& ingredients) const {
    std::string all;
    for (const IngredientId id : ingredients)
      all += rules_.knowledge().ingredient(id).key + " ";
    return all;
  }

  template <typename Alert>
  Card& add_card(const Alert& alert) {
    Card& card = cards_.emplace_back();
    card.uuid = new_uuid_();
    card.summary = text_.summary(alert);
    card.detail = text_.detail(alert);
    card.indicator = indicator_of(alert.severity);
    suggest_record(alert, card);
    return card;
  }

  void note_rule(Card& card, std::string_view id, Severity severity,
                 const std::vector<Evidence>& evidence) {
    card.rules.push_back({std::string(id), severity});
    if (!call_.options.show_evidence_support) return;
    const KnowledgeBase& knowledge = rules_.knowledge();
    const Pack& pack = knowledge.pack_of(id);
    for (const Evidence& one : evidence) {
      const Source& source = knowledge.source(pack, one);
      const bool is_new = std::none_of(
          card.links.begin(), card.links.end(),
          [&](const Card::Link& link) { return link.url == source.location; });
      if (is_new && source.location.starts_with("https://"))
        card.links.push_back({shortened(source.title, 80), source.location});
    }
  }

  void add(const InteractionAlert& alert) {
    if (!is_shown({alert.first.position, alert.second.position}, alert.severity)) return;
    Card& card = add_card(alert);
    card.drugs = keys(alert.first.ingredients) + "+ " + keys(alert.second.ingredients);
    for (const Interaction* rule : alert.rules)
      note_rule(card, rule->id, rule->severity, rule->evidence);
    if (advises_against(*alert.rules.front())) {
      suggest_removal(alert.first.position, card);
      if (alert.second.position != alert.first.position)
        suggest_removal(alert.second.position, card);
    }
    // Where only one order can go, and must, that is what we would do.
    if (card.suggestions.size() == 1 && alert.severity == Severity::contraindicated)
      card.suggestions.front().is_recommended = true;
  }

  void add(const PrecautionAlert& alert) {
    if (!is_shown(alert.medications, alert.severity)) return;
    if (alert.severity == Severity::minor) return notes_.push_back(&alert);
    Card& card = add_card(alert);
    card.drugs = keys({alert.ingredient});
    for (const Precaution* rule : alert.rules)
      note_rule(card, rule->id, rule->severity, rule->evidence);
    if (alert.severity != Severity::contraindicated) return;
    for (const std::size_t position : alert.medications) suggest_removal(position, card);
  }

  void add(const CumulativeAlert& alert) {
    if (!is_shown(alert.medications, alert.severity)) return;
    Card& card = add_card(alert);
    for (const Contribution& one : alert.contributions)
      card.drugs += keys({one.ingredient});
    note_rule(card, alert.effect->id, alert.severity, alert.effect->evidence);
  }

  void add(const Duplicate& duplicate) {
    if (!concerns(duplicate.medications)) return;
    const std::string words = summary(rules_.knowledge(), duplicate);
    std::string detail = "Is more than one of them meant?\n\n";
    for (const std::size_t position : duplicate.medications)
      detail += "- " + text_.entry(position) + "\n";
    cards_.push_back({.uuid = new_uuid_(),
                      .summary = shortened("Duplicate: " + words, kLongestSummary),
                      .detail = std::move(detail)});
    suggest_record(duplicate, cards_.back());
  }

  void add_notes() {
    if (notes_.empty()) return;
    std::string names, detail;
    std::set<std::string> named;
    Card card{.uuid = new_uuid_()};
    for (const PrecautionAlert* alert : notes_) {
      const std::string& name = rules_.knowledge().ingredient(alert->ingredient).name;
      if (named.insert(name).second) names += (names.empty() ? "" : ", ") + name;
      detail += "- " + escaped(summary(rules_.knowledge(), *alert)) + ". " +
                escaped(alert->rules.front()->management) + "\n";
      for (const Precaution* rule : alert->rules)
        note_rule(card, rule->id, rule->severity, rule->evidence);
    }
    card.summary = shortened("For information, with " + names, kLongestSummary);
    card.detail = std::move(detail);
    cards_.push_back(std::move(card));
  }

  template <typename Finding>
  void suggest_record(const Finding& finding, Card& card) {
    if (!call_.options.create_detected_issues) return;
    card.record.uuid = new_uuid_();
    JsonWriter json(card.record.resource);
    DetectedIssueWriter(issue_scene_, json).write(finding);
  }

  void suggest_removal(std::size_t position, Card& card) {
    const MedicationEntry& entry = call_.question.medications[position];
    if (!entry.is_new || call_.orders[position].empty()) return;
    card.suggestions.push_back(
        {.uuid = new_uuid_(),
         .label =
             shortened("Remove the order: " + words_of(entry.text, entry.codings), 80),
         .order = call_.orders[position]});
  }

  const RulesInForce& rules_;
  const HookCall& call_;
  const Report& report_;
  const CardText text_;
  const CardScene& scene_;
  IssueScene issue_scene_;
  const NewUuid& new_uuid_;
  std::vector<const PrecautionAlert*> notes_;
  std::size_t hidden_ = 0;
  std::vector<Card> cards_;
};

}  // namespace

std::vector<Card> make_cards(const RulesInForce& rules, const HookCall& call,
                             const Report& report, const CardScene& scene,
                             const NewUuid& new_uuid) {
  return CardMaker(rules, call, report, scene, new_uuid).make();
}

}  // namespace crosscheck
