// Feedback as JSON: what is taken, what is refused, what is never kept.
#include "feedback/feedback_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace crosscheck;

namespace {

constexpr const char* kCard = R"("card": "4E0A3A1E-3283-4575-AB82-028D55FE2719")";
constexpr const char* kTime = R"("outcomeTimestamp": "2026-11-28T09:30:00Z")";
constexpr const char* kAccepted =
    R"("outcome": "accepted", "acceptedSuggestions": [{"id": "e56e1945-20b3-4393-8503-a1a20fd73152"}])";

std::string feedback(const std::string& members) {
  return R"({"feedback": [{)" + members + "}]}";
}

// One a line.
std::string faults(const std::string& text) {
  Problems problems;
  const FeedbackText read = read_feedback_text(text, "body", problems);
  CHECK(read.outcomes.has_value() == problems.empty());
  std::string all;
  for (const Problem& problem : problems)
    all += problem.pointer + " " + problem.message + "\n";
  return all;
}

Outcome only(const std::string& text) {
  Problems problems;
  const FeedbackText read = read_feedback_text(text, "body", problems);
  REQUIRE(read.outcomes.has_value());
  REQUIRE(read.outcomes->size() == 1);
  return read.outcomes->front();
}

}  // namespace

TEST_CASE("feedback: an accepted card") {
  const Outcome outcome =
      only(feedback(std::string(kCard) + "," + kAccepted + "," + kTime));
  CHECK(outcome == Outcome{.card = "4e0a3a1e-3283-4575-ab82-028d55fe2719",
                           .kind = Outcome::Kind::accepted,
                           .suggestions = {"e56e1945-20b3-4393-8503-a1a20fd73152"},
                           .reason_system = "",
                           .reason_code = "",
                           .time = "2026-11-28T09:30:00Z"});
}

TEST_CASE("feedback: an overridden card; the comment is not kept") {
  const Outcome outcome = only(feedback(std::string(kCard) + "," + kTime +
                                        R"(, "outcome": "overridden", "overrideReason": {
        "reason": {"code": "d7ecf885", "system": "https://example.org/reasons", "display": "Jane"},
        "userComment": "Jane Doe cannot swallow"}, "extension": {"any": [1]})"));
  CHECK(outcome.kind == Outcome::Kind::overridden);
  CHECK(outcome.suggestions.empty());
  CHECK(outcome.reason_code == "d7ecf885");
  CHECK(outcome.reason_system == "https://example.org/reasons");
}

TEST_CASE("feedback: what is refused, and where") {
  const std::string card = kCard, time = kTime, accepted = kAccepted;
  const auto overridden = [&](const std::string& more) {
    return feedback(card + "," + time + R"(,"outcome": "overridden")" + more);
  };
  struct Row {
    std::string description;
    std::string text;
    std::string faults;
  };
  const std::string card_and_time = card + "," + time;
  const std::vector<Row> rows{
      {"nothing", "{}", "/feedback expected an array; found nothing\n"},
      {"an empty list", R"({"feedback": []})",
       "/feedback expected at least one outcome; found []\n"},
      {"no object", R"({"feedback": [1]})", "/feedback/0 expected an object; found 1\n"},
      {"no card", feedback(accepted + "," + time),
       "/feedback/0/card expected a non-empty string; found nothing\n"},
      {"a card that is a name",
       feedback(R"("card": "Jane Doe",)" + accepted + "," + time),
       "/feedback/0/card expected a UUID; found something else\n"},
      {"an outcome that is none", feedback(card_and_time + R"(,"outcome": "ignored")"),
       "/feedback/0/outcome expected one of \"accepted\", \"overridden\"; found "
       "\"ignored\"\n"},
      {"nothing accepted", feedback(card_and_time + R"(,"outcome": "accepted")"),
       "/feedback/0/acceptedSuggestions expected the suggestions that were accepted; "
       "found none\n"},
      {"a suggestion of what was overridden",
       overridden(
           R"(,"acceptedSuggestions": [{"id": "e56e1945-20b3-4393-8503-a1a20fd73152"}])"),
       "/feedback/0/acceptedSuggestions expected none of a card that was overridden; "
       "found some\n"},
      {"a reason to accept",
       feedback(card_and_time + "," + accepted + R"(,"overrideReason": {})"),
       "/feedback/0/overrideReason expected none of a card that was accepted; found "
       "one\n"},
      {"a code that is a sentence",
       overridden(R"(,"overrideReason": {"reason": {"code": "Jane said no"}})"),
       "/feedback/0/overrideReason/reason/code expected a code: at most 64 visible "
       "characters; found something else\n"},
      {"a day", feedback(card + "," + accepted + R"(,"outcomeTimestamp": "2026-11-28")"),
       "/feedback/0/outcomeTimestamp expected a time, as in 2026-11-28T09:30:00Z; found "
       "something else\n"},
      {"a fraction without digits",
       feedback(card + "," + accepted +
                R"(,"outcomeTimestamp": "2026-11-28T09:30:00.Z")"),
       "/feedback/0/outcomeTimestamp expected a time, as in 2026-11-28T09:30:00Z; found "
       "something else\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.description);
    CHECK(faults(row.text) == row.faults);
  }
}

TEST_CASE("feedback: an unknown member is refused") {
  const auto all = faults(
      feedback(std::string(kCard) + "," + kAccepted + "," + kTime + R"(,"user": 1)"));
  CHECK(all.starts_with("/feedback/0/user expected a member named card outcome"));
}

TEST_CASE("feedback: no more than so many at once") {
  std::string many = R"({"feedback": [1)";
  for (std::size_t i = 0; i < kMostOutcomes; ++i) many += ",1";
  CHECK(faults(many + "]}") == "/feedback expected at most 500 outcomes; found 501\n");
}
