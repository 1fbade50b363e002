// The body of POST /cds-services/…: it is refused with a place, or answered with cards
// that name whatever was not checked.  The first byte picks the service.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cds/card_maker.h"
#include "cds/card_writer.h"
#include "cds/hook_reader.h"
#include "check/checker.h"
#include "fuzz/targets.h"
#include "json/json_reader.h"

namespace crosscheck {
namespace {

constexpr Day kToday{std::chrono::year(2026), std::chrono::November,
                     std::chrono::day(28)};
constexpr std::size_t kLongestSummary = 140;  // of CDS Hooks

void expect_whole(const HookCall& call) {
  const RulesInForce& rules = fuzzed_rules();
  expect(call.orders.size() == call.question.medications.size(),
         "every entry has the name of its order");
  expect(call.in_question.size() == call.orders.size(), "every entry is judged");
  const Report report = check(rules, call.question);
  expect_every_entry_told(call.question, report);
  const auto cards = make_cards(rules, call, report, {"2026-11-28T07:00:00Z", ""}, [] {
    return std::string("00000000-0000-4000-8000-000000000000");
  });
  const bool all_told = report.complete() && call.unavailable.empty() &&
                        call.unreadable.empty() && call.left_out.empty();
  expect(all_told || !cards.empty(), "what was not checked is said on a card");
  std::string text;
  write_cards(rules, cards, {}, text);
  Problems faults;
  const auto answer = read_json(text, "answer", faults);
  expect(answer != nullptr, "the answer is strict JSON");
  for (const auto& card : answer->at("cards")) {
    const auto summary = card.at("summary").get<std::string>();
    const auto characters = std::count_if(summary.begin(), summary.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    });
    expect(static_cast<std::size_t>(characters) < kLongestSummary, "a summary is short");
  }
}

}  // namespace

void feed_hook(std::string_view bytes) {
  if (bytes.empty()) return;
  const auto services = cds_services();
  const CdsService& service =
      services[static_cast<unsigned char>(bytes[0]) % services.size()];
  Problems problems;
  const auto body = read_json(bytes.substr(1), "request body", problems);
  if (body == nullptr) return;
  const HookReading read =
      read_hook_call(service, fuzzed_rules(), *body, kToday, problems);
  if (!problems.empty()) return;
  expect(read.lacks_medications || read.call.has_value(),
         "there is a call, a problem, or data is missing");
  if (read.lacks_medications) return;
  expect_whole(*read.call);
  expect_known_pair(read.call->question);
}

}  // namespace crosscheck
