#include "rxnav/interaction_answer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "check/checker.h"
#include "rxnav/drug_partners.h"
#include "rxnav/rx_concept.h"
#include "small_rules.h"
#include "terminology/own_rules.h"

namespace crosscheck {
namespace {

constexpr const char* kBaclofen = "1292";
constexpr const char* kMorphine = "7052";

Question list_of(const std::vector<std::string>& rxcuis) {
  Question question;
  for (const std::string& rxcui : rxcuis)
    question.medications.emplace_back().codings.push_back({"rxnorm", rxcui, ""});
  return question;
}

std::string list_answer(const RulesInForce& rules, const std::vector<std::string>& rxcuis,
                        bool empty_groups = false) {
  const Report report = check(rules, list_of(rxcuis));
  const auto unanswered = find_unanswered(rules.knowledge(), rxcuis, report.medications);
  RxnavQuestion question{rxcuis};
  question.empty_groups = empty_groups;
  return write_outline(RxnavFormat::json, "interactiondata", [&](Outline& outline) {
    write_list_answer(rules, question, rxcuis, report, unanswered, outline);
  });
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a pair has a statement for each rule, the worst first") {
  const auto rules = small_rules();
  const Report report = check(*rules, list_of({kMorphine, "197391"}));
  REQUIRE(report.interactions.size() == 1);
  std::vector<std::string> lines;
  for (const auto& statement :
       statements_of(rules->knowledge(), report.interactions.front()))
    lines.push_back(statement.rule + ": " + statement.description);
  CHECK(
      lines ==
      std::vector<std::string>{
          "baclofen-cns: morphine with baclofen: drowsiness. Take care. Severity: major.",
          "baclofen-opioid: morphine with baclofen: drowsiness. Take care. Severity: "
          "moderate.",
          "cns-cns: morphine with baclofen: drowsiness. Take care. Severity: minor."});
}

TEST_CASE("a product keeps its own code, and stands for its ingredient") {
  const std::string answer = list_answer(*small_rules(), {kMorphine, "197391"});
  CHECK(has(answer, R"("minConcept":[{"rxcui":"7052","name":"morphine","tty":"IN"},)"
                    R"({"rxcui":"197391","name":"baclofen","tty":"SCD"}])"));
  CHECK(has(answer, R"("minConceptItem":{"rxcui":"1292","name":"baclofen","tty":"IN"})"));
}

TEST_CASE("nothing found is no group, or an empty one, and says what was not looked at") {
  const auto rules = small_rules();
  const std::string answer = list_answer(*rules, {kBaclofen, "0", "5470"});
  CHECK_FALSE(has(answer, "fullInteractionTypeGroup"));
  CHECK(has(answer, R"("unknownRxcuis":["0"],"notCoveredRxcuis":["5470"],)"
                    R"("notCoveredConcept":[{"rxcui":"5470","name":"hydralazine",)"));
  CHECK(has(answer, R"({"nlmDisclaimer":"NOT CHECKED, not known: RxCUI 0. )"));
  CHECK(has(list_answer(*rules, {kBaclofen}, true), R"("fullInteractionTypeGroup":[])"));
}

TEST_CASE("the partners of a drug are those with which a check finds something") {
  const auto& rules = own_rules();
  const KnowledgeBase& knowledge = rules.knowledge();
  for (const char* key : {"baclofen", "methadone", "levodopa", "alfuzosin"}) {
    CAPTURE(key);
    const IngredientId asked = *knowledge.find_ingredient(key);
    const DrugPartners partners = find_partners(knowledge, asked, "", {asked});
    std::vector<std::string> found = partners.without_rxcui;
    for (const PairStatement& statement : partners.statements) {
      CHECK(statement.first == asked);
      const std::string& name = knowledge.ingredient(statement.second).name;
      if (std::find(found.begin(), found.end(), name) == found.end())
        found.push_back(name);
    }
    std::sort(found.begin(), found.end());

    std::vector<std::string> expected;
    for (const Ingredient& other : knowledge.terminology().ingredients) {
      Question question;
      question.medications.emplace_back().text = key;
      question.medications.emplace_back().text = other.name;
      const Report report = check(rules, question);
      const auto& parts = report.medications[1].parts;
      const bool same = parts == report.medications[0].parts;
      const bool understood =
          report.medications[1].recognised == Recognised::exact && parts.size() == 1;
      if (!understood) continue;  // A name of other things, too.
      if (!same && !(report.interactions.empty() && report.cumulative_effects.empty()))
        expected.push_back(other.name);
    }
    std::sort(expected.begin(), expected.end());
    CHECK(expected.size() > 3);
    CHECK(std::includes(found.begin(), found.end(), expected.begin(), expected.end()));
  }
}

TEST_CASE("partners come worst first, and never from the same product") {
  const auto rules = small_rules();
  const KnowledgeBase& knowledge = rules->knowledge();
  const IngredientId baclofen = *knowledge.find_ingredient("baclofen");
  const IngredientId morphine = *knowledge.find_ingredient("morphine");
  const auto statements =
      find_partners(knowledge, baclofen, "", {baclofen, morphine}).statements;
  REQUIRE(!statements.empty());
  CHECK(statements.front().severity == Severity::contraindicated);
  CHECK(std::is_sorted(
      statements.begin(), statements.end(),
      [](const auto& x, const auto& y) { return x.severity < y.severity; }));
  for (const PairStatement& statement : statements) CHECK(statement.second != morphine);
}

TEST_CASE("the route of a product counts") {
  const auto rules = small_rules();
  const KnowledgeBase& knowledge = rules->knowledge();
  const IngredientId baclofen = *knowledge.find_ingredient("baclofen");
  const auto has_ibuprofen = [&](const std::string& route) {
    const auto all = find_partners(knowledge, baclofen, route, {baclofen}).statements;
    return std::any_of(all.begin(), all.end(), [](const PairStatement& one) {
      return one.rule == "baclofen-it-ibuprofen";
    });
  };
  CHECK(has_ibuprofen("intrathecal"));
  CHECK_FALSE(has_ibuprofen("oral"));
}

}  // namespace
}  // namespace crosscheck
