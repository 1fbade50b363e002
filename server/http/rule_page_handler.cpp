#include "http/rule_page_handler.h"

#include "http/reply.h"
#include "http/rule_style.h"
#include "knowledge/day.h"
#include "rule_page/rule_index.h"
#include "rule_page/rule_page.h"

namespace crosscheck {
namespace {

constexpr const char* kHtmlType = "text/html; charset=utf-8";
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors ";

}  // namespace

RulePageHandler::RulePageHandler(const KnowledgeStore& store,
                                 std::string_view frame_ancestors)
    : store_(store), policy_(std::string(kPolicy) + std::string(frame_ancestors)) {}

// A page changes with the rules, with the program, and on the day on which they expire.
void RulePageHandler::answer(Call& call, const RulesInForce& rules,
                             std::string_view today, std::string body) const {
  call.response.set_header("Content-Security-Policy", policy_);
  const std::string tag =
      rules.digest() + (rules.hold_on(today) ? "-" : "-expired-") + CROSSCHECK_VERSION;
  reply_tagged(call.request, call.response, std::move(body), tag, kHtmlType);
}

void RulePageHandler::index(Call& call) const {
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return reply_problem(call.response, 503, "No rules are loaded.");
  const std::string day = today();
  answer(call, *rules, day, write_rule_index(*rules, day));
}

void RulePageHandler::rule(Call& call) const {
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return reply_problem(call.response, 503, "No rules are loaded.");
  const std::string day = today();
  const AnyRule rule = rules->knowledge().find_rule(call.key);
  if (!std::holds_alternative<std::monostate>(rule))
    return answer(call, *rules, day, write_rule_page(*rules, rule, day));
  call.response.set_header("Content-Security-Policy", policy_);
  reply(call.response, 404, write_missing_rule_page(*rules, call.key, day), kHtmlType);
}

void RulePageHandler::style(Call& call) const {
  reply_tagged(call.request, call.response, std::string(kRuleStyle), kRuleStyleTag,
               "text/css; charset=utf-8");
}

}  // namespace crosscheck
