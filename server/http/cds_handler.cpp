#include "http/cds_handler.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "cds/card_maker.h"
#include "cds/card_writer.h"
#include "cds/cds_service.h"
#include "cds/hook_reader.h"
#include "check/checker.h"
#include "http/media_type.h"
#include "http/reply.h"
#include "http/request_id.h"
#include "json/json_reader.h"
#include "knowledge/day.h"

namespace crosscheck {
namespace {

constexpr std::string_view kRefused = "The call was not answered: it has errors.";
const std::string kMissing =
    "Send the current medications as prefetch \"medications\", null where there are "
    "none. Nothing was checked.";

Day day() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

std::vector<ShownCard> shown(std::string_view service, const std::vector<Card>& cards) {
  std::vector<ShownCard> all;
  for (const Card& card : cards) {
    if (card.rules.empty()) continue;
    ShownCard& one = all.emplace_back();
    one.card = card.uuid;
    one.service = service;
    for (const Card::ShownRule& rule : card.rules)
      one.rules.push_back({rule.id, std::string(to_string(rule.severity))});
  }
  return all;
}

}  // namespace

void CdsHandler::discover(Call& call) const {
  std::string body;
  write_discovery(body);
  reply(call.response, 200, std::move(body));
}

void CdsHandler::answer(Call& call) {
  const CdsService* service = find_cds_service(call.key);
  if (service == nullptr)
    return reply_problem(call.response, 404, "There is no CDS service of this id.");
  if (!is_json(call.request.get_header_value("Content-Type")))
    return reply_problem(call.response, 415,
                         "Send the call as application/json in UTF-8.");
  Problems problems;
  const auto body = read_json(call.body, "request body", problems);
  if (!body) return reply_problems(call.response, 400, kRefused, problems);
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return reply_problem(call.response, 503, "No rules are loaded.");
  HookReading read = read_hook_call(*service, *rules, *body, day(), problems);
  if (!problems.empty()) return reply_problems(call.response, 400, kRefused, problems);
  std::string why_missing;
  if (read.lacks_medications && missing_ != nullptr) {
    const FetchResult result = missing_->complete(*body);
    if (result == FetchResult::answered)
      read = read_hook_call(*service, *rules, *body, day(), problems);
    else
      why_missing =
          " The FHIR server was not of help: " + std::string(reason(result)) + ".";
    if (!problems.empty()) return reply_problems(call.response, 400, kRefused, problems);
  }
  if (read.lacks_medications)
    return reply_problem(call.response, 412, kMissing + why_missing);

  const HookCall& asked = *read.call;
  const Report report = check(*rules, asked.question);
  note_report(report, metrics_);
  std::vector<Card> cards =
      make_cards(*rules, asked, report, {this_moment(), public_url_}, random_uuid);
  const auto now = std::chrono::steady_clock::now();
  std::size_t repeated = 0;
  if (asked.options.filter_repeated_alerts)
    repeated = shown_.remove_repeated(asked.scene, cards, now);
  if (asked.options.remember_alerts) shown_.remember(asked.scene, cards, now);
  if (feedback_ != nullptr) feedback_->note_shown(shown(service->id, cards));
  std::string text;
  write_cards(*rules, cards, {public_url_, repeated}, text);
  reply(call.response, 200, std::move(text));
}

}  // namespace crosscheck
