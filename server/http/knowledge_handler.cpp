#include "http/knowledge_handler.h"

#include "api/knowledge_writer.h"
#include "api/question_reader.h"
#include "api/rule_writer.h"
#include "http/media_type.h"
#include "http/reply.h"
#include "naming/visible_text.h"

namespace crosscheck {

// `write(rules, json)` returns whether there was anything to write.
template <typename Write>
void KnowledgeHandler::answer(Call& call, Caching caching, Write write) const {
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return reply_problem(call.response, 503, "No rules are loaded.");
  if (negotiate(call.request.get_header_value("Accept"), {"application/json"}).empty())
    return reply_problem(call.response, 406, "The answer comes as application/json.");
  std::string body;
  JsonWriter json(body);
  if (!write(*rules, json))
    return reply_problem(call.response, 404, "Nothing has this key.");
  if (caching == Caching::by_rules)
    return reply_tagged(call.request, call.response, std::move(body),
                        rules->digest() + "-" CROSSCHECK_VERSION);
  reply(call.response, 200, std::move(body));
}

void KnowledgeHandler::search_drugs(Call& call) const {
  Problems problems;
  for (const auto& [name, value] : call.request.params) {
    if (name != "search")
      problems.push_back({"query", "/" + name, "expected the parameter search"});
  }
  const std::string text = call.request.get_param_value("search");
  if (call.request.get_param_value_count("search") != 1 || is_blank(text) ||
      length_in_characters(text) > kLongestText)
    problems.push_back({"query", "/search",
                        "expected one text to search for, not blank, up to " +
                            std::to_string(kLongestText) + " characters"});
  if (!problems.empty())
    return reply_problems(call.response, 422, "The search has errors.", problems);
  answer(call, Caching::none, [&](const RulesInForce& rules, JsonWriter& json) {
    write_search(rules, text, json);
    return true;
  });
}

void KnowledgeHandler::drug(Call& call) const {
  answer(call, Caching::by_rules, [&](const RulesInForce& rules, JsonWriter& json) {
    const auto id = rules.knowledge().find_ingredient(call.key);
    if (id) write_drug(rules, *id, json);
    return id.has_value();
  });
}

void KnowledgeHandler::classes(Call& call) const {
  answer(call, Caching::by_rules, [](const RulesInForce& rules, JsonWriter& json) {
    write_class_list(rules.knowledge(), json);
    return true;
  });
}

void KnowledgeHandler::drug_class(Call& call) const {
  answer(call, Caching::by_rules, [&](const RulesInForce& rules, JsonWriter& json) {
    const DrugClass* found = rules.knowledge().find_class(call.key);
    if (found != nullptr) write_class(rules.knowledge(), *found, json);
    return found != nullptr;
  });
}

void KnowledgeHandler::rules(Call& call) const {
  answer(call, Caching::by_rules, [](const RulesInForce& rules, JsonWriter& json) {
    write_rule_list(rules.knowledge(), json);
    return true;
  });
}

void KnowledgeHandler::rule(Call& call) const {
  answer(call, Caching::by_rules, [&](const RulesInForce& rules, JsonWriter& json) {
    const AnyRule rule = rules.knowledge().find_rule(call.key);
    const bool known = !std::holds_alternative<std::monostate>(rule);
    if (known) write_rule(rules.knowledge(), rule, json);
    return known;
  });
}

void KnowledgeHandler::sources(Call& call) const {
  answer(call, Caching::by_rules, [](const RulesInForce& rules, JsonWriter& json) {
    write_source_list(rules.knowledge(), json);
    return true;
  });
}

void KnowledgeHandler::knowledge(Call& call) const {
  answer(call, Caching::by_rules, [](const RulesInForce& rules, JsonWriter& json) {
    write_knowledge(rules, json);
    return true;
  });
}

}  // namespace crosscheck
