// What a clinician is shown: a card of CDS Hooks 2.0.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "knowledge/severity.h"

namespace crosscheck {

struct Card {
  enum class Indicator { info, warning, critical };

  /// Removes one of the orders that are being made.
  struct Suggestion {
    std::string uuid = {};
    std::string label = {};
    std::string order = {};  ///< "MedicationRequest/17"
    bool is_recommended = false;
  };
  /// Puts the finding on file, as a DetectedIssue.
  struct Record {
    std::string uuid = {};
    std::string resource = {};  ///< JSON; "": none is suggested.
  };
  struct Link {
    std::string label = {};
    std::string url = {};
  };
  /// A rule that the card shows, for what is known of its use.
  struct ShownRule {
    std::string id = {};
    Severity severity = Severity::minor;
  };

  std::string uuid = {};
  std::string summary = {};  ///< Under 140 characters.
  std::string detail = {};   ///< GitHub Markdown; what came from outside is escaped.
  Indicator indicator = Indicator::info;
  std::vector<Suggestion> suggestions = {};  ///< Of these at most one is to be taken.
  Record record = {};
  std::vector<Link> links = {};
  std::string drugs = {};             ///< Keys of the ingredients that it is about.
  std::vector<ShownRule> rules = {};  ///< None: an information, which nobody overrides.
};

using NewUuid = std::function<std::string()>;

}  // namespace crosscheck
