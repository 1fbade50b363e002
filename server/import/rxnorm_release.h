// The files of an RxNorm release, as far as they lead to ingredients.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "import/import_summary.h"
#include "import/rxnorm_terms.h"
#include "json/problem.h"

namespace crosscheck {

using Rxcui = std::uint32_t;

struct RxnormConcept {
  Rxcui rxcui = 0;
  TermType type = TermType::in;
  bool current = false;  ///< SUPPRESS is N.
  std::string name;      ///< Of IN and current BN only.
};

struct RxnormRelationship {
  Rxcui from = 0;
  Relation relation = Relation::consists_of;
  Rxcui to = 0;
  auto operator<=>(const RxnormRelationship&) const = default;
};

struct CodeOfConcept {
  std::uint64_t code = 0;
  Rxcui rxcui = 0;
};

struct RxnormRelease {
  std::vector<RxnormConcept> concepts;            ///< By rxcui, each once.
  std::vector<RxnormRelationship> relationships;  ///< Sorted, each once.
  std::vector<std::pair<Rxcui, Rxcui>> merged;    ///< Retired → what it became; sorted.
  std::vector<CodeOfConcept> ndc;                 ///< Product codes.
  std::vector<CodeOfConcept> snomed;

  const RxnormConcept* find(Rxcui rxcui) const;
};

/// Reads RXNCONSO.RRF and RXNREL.RRF, and RXNSAT.RRF and RXNATOMARCHIVE.RRF where
/// present, in `directory` or its folder rrf/.
///
/// The columns are those of the RxNorm Technical Documentation, sections 12.4 to
/// 12.10 (https://www.nlm.nih.gov/research/umls/rxnorm/docs/techdoc.html):
///   RXNCONSO  RXCUI LAT TS LUI STT SUI ISPREF RXAUI SAUI SCUI SDUI SAB TTY CODE STR
///             SRL SUPPRESS CVF
///   RXNREL    RXCUI1 RXAUI1 STYPE1 REL RXCUI2 RXAUI2 STYPE2 RELA RUI SRUI SAB SL DIR
///             RG SUPPRESS CVF
///   RXNSAT    RXCUI LUI SUI RXAUI STYPE CODE ATUI SATUI ATN SAB ATV SUPPRESS CVF
///   RXNATOMARCHIVE  RXAUI AUI STR ARCHIVE_TIMESTAMP CREATED_TIMESTAMP
///             UPDATED_TIMESTAMP CODE IS_BRAND LAT LAST_RELEASED SAUI VSAB RXCUI SAB
///             TTY MERGED_TO_RXCUI
/// RELA is what the second concept is to the first: a row with RXCUI1 161, RELA
/// has_ingredient and RXCUI2 315266 says that 315266 has the ingredient 161.  Each
/// relationship stands there in both directions; one of the two is enough here.
///
/// Only rows of SAB RXNORM count, and those of SNOMEDCT_US in RXNCONSO for the SNOMED
/// CT ids of concepts.  NDCs are the eleven digits that RxNorm has normalised.
/// Errors: every malformed row that counts.
RxnormRelease read_rxnorm_release(const std::filesystem::path& directory,
                                  ImportSummary& summary, Problems& problems);

}  // namespace crosscheck
