// Which numbers of a document a reader takes.
#pragma once

#include <limits>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace crosscheck {

/// What a number may be; both ends are allowed.  A bound that is not given is
/// beyond every number that JSON can write.
struct Bounds {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
};

/// Whole numbers may be written 2 or 2.0, and keep within ±2^53.
enum class Fraction { allowed, refused };

/// `value` if it is a number that the bounds allow.
std::optional<double> find_number(const nlohmann::json& value, Bounds bounds,
                                  Fraction fraction);

/// "a number from 0 to 150", "an integer of at least 1", "the number 1".
std::string describe(Bounds bounds, Fraction fraction);

}  // namespace crosscheck
