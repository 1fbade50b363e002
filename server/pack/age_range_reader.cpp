#include "pack/age_range_reader.h"

namespace crosscheck {
namespace {

constexpr Bounds kAges{0, 150};

}  // namespace

std::optional<AgeRange> read_age_range(const JsonNode& rule) {
  const auto node = rule.required_object("age_years");
  if (!node) return std::nullopt;
  node->allow_only({"from", "below"});
  const AgeRange age{node->optional_number("from", kAges),
                     node->optional_number("below", kAges)};
  if (!node->has("from") && !node->has("below"))
    node->report("", "\"from\", \"below\" or both", "neither");
  if (age.from && age.below && *age.from >= *age.below)
    node->report("below", "more than \"from\"");
  return age;
}

}  // namespace crosscheck
