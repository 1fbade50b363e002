#include "pack/example_reader.h"

#include <algorithm>
#include <utility>

#include "pack/row_reader.h"

namespace crosscheck {
namespace {

// How many medications an alert speaks of.
struct Count {
  std::size_t least;
  std::size_t most;
  std::string_view words;
};
constexpr Count kTwo{2, 2, "two positions in the list"};
constexpr Count kSeveral{2, std::size_t(-1), "at least two positions in the list"};
constexpr Count kSome{1, std::size_t(-1), "at least one position in the list"};

std::vector<std::size_t> read_positions(const JsonNode& node, const Count& count,
                                        std::size_t list_size) {
  std::vector<std::size_t> positions;
  for (const JsonNode& element : node.required_array("medications")) {
    const auto position = element.as_integer({.least = 0});
    if (!position) continue;
    positions.push_back(static_cast<std::size_t>(*position));
    if (positions.back() >= list_size)
      element.report("", "a position in the list of " + std::to_string(list_size));
  }
  if (node.has_array("medications") &&
      (positions.size() < count.least || positions.size() > count.most))
    node.report("medications", count.words);
  std::sort(positions.begin(), positions.end());
  return positions;
}

// {"rule id": "severity"}: the alert has the worst of them.
ExpectedAlert read_rules(const JsonNode& node, const KnownKeys& rule_ids) {
  ExpectedAlert alert;
  const auto rules = node.required_object("rules");
  if (!rules) return alert;
  for (const auto& [id, severity] : rules->members()) {
    rule_ids.expect(*rules, id, id);
    const Severity rule = rules->required_token<Severity>(id, kSeverityTokens);
    alert.severity = std::min(alert.severity, rule);
    alert.rules.emplace(id, rule);
  }
  if (alert.rules.empty()) node.report("rules", "at least one rule");
  return alert;
}

std::vector<ExpectedAlert> read_alerts(const JsonNode& expect, std::string_view key,
                                       const Count& count, std::size_t list_size,
                                       const KnownKeys& rule_ids) {
  std::vector<ExpectedAlert> alerts;
  if (!expect.has(key)) return alerts;
  for (const JsonNode& node : read_rows(expect, key)) {
    node.allow_only({"rules", "medications"});
    ExpectedAlert alert = read_rules(node, rule_ids);
    alert.medications = read_positions(node, count, list_size);
    alerts.push_back(std::move(alert));
  }
  return alerts;
}

Example read_example(const JsonNode& node, const KnownKeys& rule_ids,
                     const QuestionReader& read_question) {
  node.allow_only({"description", "question", "expect"});
  Example example{node, {}, {}, {}, {}};
  node.required_string("description");
  const auto question = node.required_object("question");
  if (question) example.question = read_question(*question);
  const std::size_t size =
      question ? example.question.medications.size() : std::size_t(-1);
  if (const auto expect = node.required_object("expect")) {
    expect->allow_only({"interactions", "precautions", "cumulative_effects"});
    example.interactions = read_alerts(*expect, "interactions", kTwo, size, rule_ids);
    example.precautions = read_alerts(*expect, "precautions", kSome, size, rule_ids);
    example.cumulative_effects =
        read_alerts(*expect, "cumulative_effects", kSeveral, size, rule_ids);
  }
  return example;
}

}  // namespace

std::vector<Example> read_examples(const JsonNode& document, const KnownKeys& rule_ids,
                                   const QuestionReader& read_question) {
  document.allow_only({"schema", "examples"});
  std::vector<Example> examples;
  for (const JsonNode& node : read_rows(document, "examples"))
    examples.push_back(read_example(node, rule_ids, read_question));
  if (examples.empty() && document.has_array("examples"))
    document.report("examples", "at least one example");
  return examples;
}

}  // namespace crosscheck
