// A set of rules as written: one folder of rules/.
#pragma once

#include <string>
#include <vector>

#include "knowledge/cumulative_effect.h"
#include "knowledge/interaction.h"
#include "knowledge/precaution.h"

namespace crosscheck {

struct Pack {
  std::string id;
  std::string version;
  std::string title;
  std::string licence;
  std::string reviewed_by;
  std::string reviewed_on;  ///< ISO 8601 date.
  std::vector<Source> sources;
  std::vector<Interaction> interactions;
  std::vector<Precaution> precautions;
  std::vector<CumulativeEffect> cumulative_effects = {};
};

}  // namespace crosscheck
