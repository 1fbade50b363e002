// What the fuzzers feed: the same functions take random bytes from libFuzzer and,
// in the tests, the bytes that it once found worth keeping.
#pragma once

#include <stdexcept>
#include <string_view>

#include "check/question.h"
#include "check/report.h"
#include "check/rules_in_force.h"

namespace crosscheck {

/// Each takes any bytes.  Errors: throws std::logic_error where a promise is broken.
void feed_recogniser(std::string_view bytes);      ///< The text of an order.
void feed_request_reader(std::string_view bytes);  ///< What comes on a connection.
void feed_question(std::string_view bytes);        ///< The body of POST /v1/check.
void feed_pack(std::string_view bytes);            ///< A letter for the file, its bytes.
void feed_fhir(std::string_view bytes);            ///< The body of $check-interactions.
void feed_hook(std::string_view bytes);       ///< A byte for the service, and its body.
void feed_signature(std::string_view bytes);  ///< Keys, NUL, signature, NUL, manifest.

/// The directory rules/ of the project, loaded once.
const RulesInForce& fuzzed_rules();

inline void expect(bool holds, const char* promise) {
  if (!holds) throw std::logic_error(promise);
}

/// Whatever else a list holds, a pair that is known to be dangerous is found.
void expect_known_pair(Question question);
/// An entry of which nothing was checked is in not_checked.
void expect_every_entry_told(const Question& question, const Report& report);

}  // namespace crosscheck
