#include <algorithm>

#include "api/question_reader.h"
#include "check/checker.h"
#include "fuzz/targets.h"
#include "pack/rules_loader.h"

namespace crosscheck {

const RulesInForce& fuzzed_rules() {
  static const auto loaded = [] {
    Problems problems;
    const auto read = [](const JsonNode& node) { return read_question(node); };
    auto rules = load_rules(CROSSCHECK_SOURCE_DIR "/rules", read, problems);
    expect(rules != nullptr, "the project's own rules load");
    return rules;
  }();
  return *loaded;
}

void expect_known_pair(Question question) {
  question.medications.emplace_back().text = "baclofen";
  question.medications.emplace_back().text = "phenelzine";
  const Report report = check(fuzzed_rules(), question);
  expect(report.highest_severity && *report.highest_severity <= Severity::major,
         "a list with a major interaction is never all clear");
}

void expect_every_entry_told(const Question& question, const Report& report) {
  expect(report.medications.size() == question.medications.size(),
         "no entry of the list is lost");
  for (std::size_t at = 0; at < report.medications.size(); ++at) {
    if (!report.medications[at].parts.empty()) continue;
    const bool is_told = std::any_of(
        report.not_checked.begin(), report.not_checked.end(), [&](const auto& row) {
          return row.subject == NotChecked::Subject::medication && row.position == at;
        });
    expect(is_told, "an entry that was not checked is said to be");
  }
}

}  // namespace crosscheck
