#include "http/rxnav_handler.h"

#include <charconv>

#include "api/question_reader.h"
#include "check/checker.h"
#include "http/rxnav_reply.h"
#include "naming/visible_text.h"
#include "rxnav/interaction_answer.h"
#include "rxnav/name_answer.h"
#include "rxnav/rx_concept.h"
#include "rxnav/rxnav_query.h"

namespace crosscheck {
namespace {

constexpr std::size_t kMostRxcuis = 50;
constexpr std::string_view kInteractions = "interactiondata";
constexpr std::string_view kNames = "rxnormdata";
constexpr std::string_view kNoRules = "No rules are loaded.";
constexpr std::string_view kNothingKnown =
    "None of the RxCUIs is known: nothing was checked.";

RxnavQuery query_of(const Call& call) {
  return RxnavQuery({call.request.params.begin(), call.request.params.end()});
}

void refuse(Call& call, int status, std::string_view detail) {
  refuse_rxnav(call.request, call.response, status, detail);
}

template <typename Write>
void answer(Call& call, std::string_view root, Write write) {
  reply_rxnav(call.request, call.response,
              write_outline(rxnav_format(call.request), root, write));
}

// A client in use sends the sources as "values".
RxnavQuestion read_question(const RxnavQuery& query, std::string_view parameter,
                            bool empty_groups) {
  RxnavQuestion question{query.words(parameter)};
  question.empty_groups = empty_groups;
  auto sources = query.words("sources");
  if (sources.empty()) sources = query.words("values");
  if (!sources.empty()) question.sources = std::move(sources);
  return question;
}

Question list_of(const std::vector<std::string>& rxcuis) {
  Question question;
  for (const std::string& rxcui : rxcuis)
    question.medications.emplace_back().codings.push_back({"rxnorm", rxcui, ""});
  return question;
}

}  // namespace

void RxnavHandler::list(Call& call) const {
  const auto question = read_question(query_of(call), "rxcuis", empty_groups_);
  const auto rxcuis = each_once(question.rxcuis);
  if (rxcuis.empty()) return refuse(call, 400, "rxcuis: expected at least one RxCUI.");
  if (rxcuis.size() > kMostRxcuis)
    return refuse(call, 400,
                  "rxcuis: expected at most 50 RxCUIs; found " +
                      std::to_string(rxcuis.size()) + ". Nothing was checked.");
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return refuse(call, 503, kNoRules);
  const Report report = check(*rules, list_of(rxcuis));
  note_report(report, metrics_);
  const auto unanswered = find_unanswered(rules->knowledge(), rxcuis, report.medications);
  write_unanswered_headers(unanswered, call.response);
  if (unanswered.unknown.size() == rxcuis.size()) return refuse(call, 404, kNothingKnown);
  answer(call, kInteractions, [&](Outline& outline) {
    write_list_answer(*rules, question, rxcuis, report, unanswered, outline);
  });
}

void RxnavHandler::interaction(Call& call) const {
  auto question = read_question(query_of(call), "rxcui", empty_groups_);
  question.rxcuis = each_once(question.rxcuis);
  if (question.rxcuis.size() != 1)
    return refuse(call, 400,
                  "rxcui: expected one RxCUI; found " +
                      std::to_string(question.rxcuis.size()) + ".");
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return refuse(call, 503, kNoRules);
  const Recognition recognition = recognise_rxcui(*rules, question.rxcuis.front());
  const auto unanswered =
      find_unanswered(rules->knowledge(), question.rxcuis, {&recognition, 1});
  write_unanswered_headers(unanswered, call.response);
  if (!unanswered.unknown.empty()) return refuse(call, 404, kNothingKnown);
  answer(call, kInteractions, [&](Outline& outline) {
    write_drug_answer(*rules, question, recognition, unanswered, outline);
  });
}

template <typename Write>
void RxnavHandler::answer_simply(Call& call, Write write) const {
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return refuse(call, 503, kNoRules);
  answer(call, kInteractions, [&](Outline& outline) { write(*rules, outline); });
}

void RxnavHandler::sources(Call& call) const {
  answer_simply(call, write_sources_answer);
}

void RxnavHandler::version(Call& call) const {
  answer_simply(call, write_version_answer);
}

// `write(rules, text, outline)` answers about the text of `parameter`.
template <typename Write>
void RxnavHandler::answer_about(Call& call, std::string_view parameter,
                                Write write) const {
  const std::string text = query_of(call).text(parameter);
  if (is_blank(text) || length_in_characters(text) > kLongestText)
    return refuse(call, 400,
                  std::string(parameter) + ": expected a text, not blank, up to " +
                      std::to_string(kLongestText) + " characters.");
  const RulesHandle rules = store_.current();
  if (rules == nullptr) return refuse(call, 503, kNoRules);
  answer(call, kNames, [&](Outline& outline) { write(*rules, text, outline); });
}

void RxnavHandler::rxcui(Call& call) const {
  answer_about(call, "name", write_rxcui_answer);
}

void RxnavHandler::drugs(Call& call) const {
  answer_about(call, "name", write_drugs_answer);
}

void RxnavHandler::approximate_term(Call& call) const {
  constexpr std::size_t kUsual = 20, kMost = 100;
  const std::string text = query_of(call).text("maxentries");
  std::size_t limit = kUsual;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), limit);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  if (!text.empty() && (!is_number || limit < 1 || limit > kMost))
    return refuse(call, 400, "maxEntries: expected a number from 1 to 100.");
  answer_about(call, "term", [limit](const auto& rules, const auto& term, auto& outline) {
    write_approximate_answer(rules, term, limit, outline);
  });
}

}  // namespace crosscheck
