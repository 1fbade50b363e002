#include "cds/card_writer.h"

#include <array>
#include <utility>

#include "json/json_writer.h"

namespace crosscheck {
namespace {

constexpr std::string_view kRecord = "Put this finding on file";
constexpr std::array<std::string_view, 3> kIndicators{"info", "warning", "critical"};

// HL7's code system for why advice of a decision support is not followed; its codes,
// our words (CDS Hooks 3.0, ballot).
constexpr std::string_view kReasonSystem =
    "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kReasons{{
    {"cds-not-applicable", "It does not apply to this patient"},
    {"cds-suboptimal-context", "It comes at the wrong time or place"},
    {"recipient-disagrees-evidence", "I see the evidence differently"},
    {"recipient-concerns-outcomes", "Following it may do more harm"},
    {"does-not-align-preferences", "The patient wants otherwise"},
    {"not-convenient-feasible", "It cannot be done here"},
}};

class CardWriter {
 public:
  CardWriter(const RulesInForce& rules, const CardsContext& context, std::string& out)
      : rules_(rules), context_(context), json_(out) {}

  void write(const std::vector<Card>& cards) {
    json_.begin_object();
    json_.begin_array("cards");
    for (const Card& card : cards) write(card);
    json_.end_array();
    if (context_.repeated > 0) {
      json_.begin_object("extension");
      json_.member("filtered-repeated-alerts", context_.repeated);
      json_.end_object();
    }
    json_.end_object();
  }

 private:
  void write(const Card& card) {
    json_.begin_object();
    json_.member("uuid", card.uuid);
    json_.member("summary", card.summary);
    json_.member("detail", card.detail);
    json_.member("indicator", kIndicators[static_cast<std::size_t>(card.indicator)]);
    write_source();
    write_suggestions(card);
    if (!card.rules.empty()) write_reasons();
    write_links(card);
    json_.end_object();
  }

  void write_source() {
    json_.begin_object("source");
    json_.member("label", "crosscheck, rules " + rules_.version());
    if (!context_.public_url.empty())
      json_.member("url", std::string(context_.public_url) + "/v1/knowledge");
    json_.begin_object("topic");
    json_.member("system",
                 std::string_view("http://terminology.hl7.org/CodeSystem/v3-ActCode"));
    json_.member("code", std::string_view("DRG"));
    json_.member("display", std::string_view("Drug Interaction Alert"));
    json_.end_object();
    json_.end_object();
  }

  void write_suggestions(const Card& card) {
    const bool has_record = !card.record.resource.empty();
    if (card.suggestions.empty() && !has_record) return;
    json_.begin_array("suggestions");
    for (const Card::Suggestion& suggestion : card.suggestions) {
      begin_suggestion(suggestion.label, suggestion.uuid);
      if (suggestion.is_recommended) json_.member("isRecommended", true);
      begin_action("delete", suggestion.label);
      json_.member("resourceId", suggestion.order);
      end_suggestion();
    }
    if (has_record) {
      begin_suggestion(kRecord, card.record.uuid);
      begin_action("create", kRecord);
      json_.key("resource");
      json_.raw(card.record.resource);
      end_suggestion();
    }
    json_.end_array();
    // Whoever removes an order may put the finding on file as well.
    json_.member("selectionBehavior",
                 std::string_view(has_record ? "any" : "at-most-one"));
  }

  void begin_suggestion(std::string_view label, std::string_view uuid) {
    json_.begin_object();
    json_.member("label", label);
    json_.member("uuid", uuid);
  }

  void begin_action(std::string_view type, std::string_view description) {
    json_.begin_array("actions");
    json_.begin_object();
    json_.member("type", type);
    json_.member("description", description);
  }

  void end_suggestion() {
    json_.end_object();
    json_.end_array();
    json_.end_object();
  }

  void write_reasons() {
    json_.begin_array("overrideReasons");
    for (const auto& [code, display] : kReasons) {
      json_.begin_object();
      json_.member("code", code);
      json_.member("system", kReasonSystem);
      json_.member("display", display);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_links(const Card& card) {
    const bool has_address = !context_.public_url.empty();
    if (card.links.empty() && !(has_address && !card.rules.empty())) return;
    json_.begin_array("links");
    if (has_address) {
      for (const Card::ShownRule& rule : card.rules)
        write_link("Rule " + rule.id,
                   std::string(context_.public_url) + "/v1/rules/" + rule.id);
    }
    for (const Card::Link& link : card.links) write_link(link.label, link.url);
    json_.end_array();
  }

  void write_link(const std::string& label, const std::string& url) {
    json_.begin_object();
    json_.member("label", label);
    json_.member("url", url);
    json_.member("type", std::string_view("absolute"));
    json_.end_object();
  }

  const RulesInForce& rules_;
  const CardsContext& context_;
  JsonWriter json_;
};

}  // namespace

void write_cards(const RulesInForce& rules, const std::vector<Card>& cards,
                 const CardsContext& context, std::string& out) {
  CardWriter(rules, context, out).write(cards);
}

}  // namespace crosscheck
