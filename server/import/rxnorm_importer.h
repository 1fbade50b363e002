// A release of RxNorm → ingredients and products of a terminology.
#pragma once

#include <filesystem>

#include "import/import_summary.h"
#include "import/known_terminology.h"
#include "import/terminology_draft.h"
#include "json/problem.h"

namespace crosscheck {

/// Adds to `draft`, and settles it: every RxCUI that comes down to ingredients,
/// suppressed and retired ones too, for records hold them; current brand names; the
/// product codes of the NDC; and SNOMED CT ids where the release has them.
///
/// A brand name that is also the name of an ingredient, or a word of orders, is left
/// out: neither may become ambiguous.
/// Errors: every malformed row; the draft is then of no use.
void import_rxnorm(const std::filesystem::path& directory, const KnownTerminology& known,
                   TerminologyDraft& draft, ImportSummary& summary, Problems& problems);

}  // namespace crosscheck
