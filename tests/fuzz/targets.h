// What the fuzzers feed: the same functions take random bytes from libFuzzer and,
// in the tests, the bytes that it once found worth keeping.
#pragma once

#include <stdexcept>
#include <string_view>

#include "check/rules_in_force.h"

namespace crosscheck {

/// Each takes any bytes.  Errors: throws std::logic_error where a promise is broken.
void feed_recogniser(std::string_view bytes);      ///< The text of an order.
void feed_request_reader(std::string_view bytes);  ///< What comes on a connection.
void feed_question(std::string_view bytes);        ///< The body of POST /v1/check.
void feed_pack(std::string_view bytes);            ///< A letter for the file, its bytes.

/// The directory rules/ of the project, loaded once.
const RulesInForce& fuzzed_rules();

inline void expect(bool holds, const char* promise) {
  if (!holds) throw std::logic_error(promise);
}

}  // namespace crosscheck
