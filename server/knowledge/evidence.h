// Which document says so.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "knowledge/severity.h"

namespace crosscheck {

/// A document that a pack rests on.
struct Source {
  std::string id;  ///< Unique in its pack; what Evidence refers to ("D3").
  std::string title;
  std::string publisher;  ///< May be empty where the document names none.
  std::string date;       ///< ISO 8601, as precise as known; empty for undated.
  std::string location;   ///< A file name or an address.
};

/// How sure a source is that the effect is due to the drugs.
enum class EvidenceLevel { established, probable, suspected };

inline constexpr std::array<std::pair<EvidenceLevel, std::string_view>, 3>
    kEvidenceLevelTokens{{
        {EvidenceLevel::established, "established"},
        {EvidenceLevel::probable, "probable"},
        {EvidenceLevel::suspected, "suspected"},
    }};

constexpr std::string_view to_string(EvidenceLevel level) {
  return kEvidenceLevelTokens[static_cast<std::size_t>(level)].second;
}

/// What one source says about one statement, in our own words.
struct Evidence {
  std::string source;                ///< A Source::id of the same pack.
  std::string section;               ///< The heading under which the source says it.
  std::optional<Severity> severity;  ///< Only where the source grades it itself.
  std::string states;                ///< Our paraphrase, never the source's sentence.
  std::optional<EvidenceLevel> level = {};  ///< Only where the source gives it itself.
};

}  // namespace crosscheck
