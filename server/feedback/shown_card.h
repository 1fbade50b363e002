// A card that was shown, by its rules.
#pragma once

#include <string>
#include <vector>

namespace crosscheck {

struct ShownRule {
  std::string id;
  std::string severity;  ///< Its token, as in JSON.
};

/// Cards have random ids: this is the only way from an id to the rules.
struct ShownCard {
  std::string card;     ///< Its UUID.
  std::string service;  ///< The id of the CDS service.
  std::vector<ShownRule> rules;
};

}  // namespace crosscheck
