// What a clinician did with a card.
#pragma once

#include <string>
#include <vector>

namespace crosscheck {

/// One reported outcome, without anything of a patient or a user.
struct Outcome {
  enum class Kind { accepted, overridden };

  std::string card;  ///< Its UUID, in lower case.
  Kind kind = Kind::accepted;
  std::vector<std::string> suggestions;  ///< Accepted ones: UUIDs, sorted.
  std::string reason_system;             ///< "" where none was given.
  std::string reason_code;               ///< The same.
  std::string time;                      ///< ISO 8601, as the client sent it.

  bool operator==(const Outcome&) const = default;
};

}  // namespace crosscheck
