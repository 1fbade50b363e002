// What a request holds and the answer does not rest on, by its own status.
#pragma once

#include <string>

namespace crosscheck {

/// A resource that says of itself that it does not count.
struct LeftOut {
  std::string reference;  ///< Or its place, where it has none.
  std::string text;       ///< The words of the drug, condition or allergy.
  std::string reason;     ///< "stopped", "not-taken", "refuted"
};

}  // namespace crosscheck
