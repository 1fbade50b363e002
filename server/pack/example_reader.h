// Reads examples.json of a pack.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "check/question.h"
#include "json/json_node.h"
#include "knowledge/severity.h"
#include "pack/known_keys.h"

namespace crosscheck {

/// Reads the body of POST /v1/check and reports what is wrong through the
/// node.  It is handed in because the one who knows that format, room api,
/// lies beside this room: an example is read by the very code that reads a
/// request.
using QuestionReader = std::function<Question(const JsonNode&)>;

/// One alert that an example must give.
struct ExpectedAlert {
  std::map<std::string, Severity> rules;  ///< All rules inside it, by id.
  Severity severity = Severity::minor;    ///< The worst of them.
  std::vector<std::size_t> medications;   ///< Positions, ascending.

  bool operator==(const ExpectedAlert&) const = default;
};

/// A question, and all alerts it must give.
struct Example {
  JsonNode place;  ///< Where problems with it are reported.
  Question question;
  std::vector<ExpectedAlert> interactions;
  /// Without kinds laboratory and activity: those come with every list.
  std::vector<ExpectedAlert> precautions;
  std::vector<ExpectedAlert> cumulative_effects;
};

/// Reads every example; each rule that one names must be among `rule_ids`.
/// Lifetime: the result borrows the document.
std::vector<Example> read_examples(const JsonNode& document, const KnownKeys& rule_ids,
                                   const QuestionReader& read_question);

}  // namespace crosscheck
