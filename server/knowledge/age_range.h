// From which age to which.
#pragma once

#include <optional>

namespace crosscheck {

/// Half-open: `from` <= age < `below`, in years; either end may be open.
struct AgeRange {
  std::optional<double> from;
  std::optional<double> below;

  bool includes(double years) const {
    return (!from || years >= *from) && (!below || years < *below);
  }
};

}  // namespace crosscheck
