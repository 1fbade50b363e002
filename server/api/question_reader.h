// What a caller asks, as JSON and as a query.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/question.h"
#include "json/json_node.h"

namespace crosscheck {

/// Reads the body of POST /v1/check.  The result holds what was asked if and
/// only if no problem was reported through `body`; it must not be answered
/// otherwise.
Question read_question(const JsonNode& body);

/// A question as it came, in JSON.
struct QuestionText {
  std::optional<Question> question;  ///< None: it has problems.
  bool is_json = false;
  /// What HTTP calls the problems: no JSON, or JSON that asks the impossible.
  int status() const { return is_json ? 422 : 400; }
};
QuestionText read_question_text(std::string_view text, const std::string& source,
                                Problems& problems);
inline constexpr std::string_view kRefusedQuestion =
    "The question was not answered: it has errors.";

/// Reads a list of names as a person writes them: each a medication, under the
/// limits of a request.  Problems are of `source`, at "/medications/1".
Question read_names(const std::vector<std::string>& names, const std::string& source,
                    Problems& problems);

using Query = std::multimap<std::string, std::string>;  ///< Already percent-decoded.

/// Reads the query of GET /v1/check: `medications`, once or more often, each a
/// list separated by commas (a comma between two digits belongs to a number),
/// and `minimum_severity`, at most once.  Problems point into the query:
/// "/medications/1".
Question read_question(const Query& query, Problems& problems);

}  // namespace crosscheck
