#include "rule_page/participant_list.h"

namespace crosscheck {
namespace {

void write_link(const PageFrame& frame, const std::string& path, std::string_view name,
                HtmlWriter& html) {
  html.element("a", name, {{"href", frame.link(path)}});
}

std::string routes_of(const KnowledgeBase& knowledge, const Participant& participant) {
  std::string text;
  for (const std::string& key : participant.routes) {
    const Route* route = knowledge.find_route(key);
    text += text.empty() ? "Only by these routes: " : ", ";
    text += route != nullptr ? route->name : "not stated in the order";
  }
  return text;
}

std::string left_out_of(const KnowledgeBase& knowledge, const Participant& participant) {
  std::string text;
  for (const std::string& key : participant.except) {
    text += text.empty() ? "Left out: " : ", ";
    text += knowledge.ingredient(*knowledge.find_ingredient(key)).name;
  }
  return text;
}

void write_note(const std::string& text, HtmlWriter& html) {
  if (!text.empty()) html.element("p", text + ".");
}

}  // namespace

void write_participant(const KnowledgeBase& knowledge, const Participant& participant,
                       PageFrame& frame) {
  HtmlWriter& html = frame.html();
  const DrugClass* drug_class = participant.kind == Participant::Kind::drug_class
                                    ? knowledge.find_class(participant.key)
                                    : nullptr;
  html.open("h3");
  if (drug_class != nullptr)
    write_link(frame, "v1/classes/" + participant.key, drug_class->name, html);
  else
    write_link(frame, "v1/drugs/" + participant.key,
               knowledge.ingredient(*knowledge.find_ingredient(participant.key)).name,
               html);
  html.close();
  write_note(routes_of(knowledge, participant), html);
  write_note(left_out_of(knowledge, participant), html);
  if (drug_class == nullptr) return;
  html.open("ul", {{"class", "drugs"}});
  for (const IngredientId id : knowledge.ingredients_of(participant)) {
    const Ingredient& ingredient = knowledge.ingredient(id);
    html.open("li");
    write_link(frame, "v1/drugs/" + ingredient.key, ingredient.name, html);
    html.close();
  }
  html.close();
}

}  // namespace crosscheck
