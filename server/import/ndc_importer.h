// The FDA's directory of drug products (product.txt) → products of a terminology.
#pragma once

#include <filesystem>

#include "import/import_summary.h"
#include "import/known_terminology.h"
#include "import/terminology_draft.h"
#include "json/problem.h"

namespace crosscheck {

/// Adds the product codes, brands and routes of `file` to `draft` and settles it.
///
/// The file has a header and fields between tabs, in Windows-1252 or UTF-8; columns
/// are found by name, as in "NDC Product File Definitions"
/// (https://www.fda.gov/drugs/drug-approvals-and-databases/ndc-product-file-definitions):
/// PRODUCTNDC is labeler and product (4-4, 5-3 or 5-4), SUBSTANCENAME the active
/// ingredients between semicolons, NDC_EXCLUDE_FLAG anything but N where the FDA has
/// taken the listing out.
///
/// A product counts only if each of its substances is surely one of the rules; no
/// ingredient is made up.  A proprietary name becomes a brand only if it means one
/// set of ingredients in the whole file and holds no name that the rules know; of
/// products without prescription also only if it is one word, for "Sleep Aid" is
/// no brand.
/// Errors: every malformed row; the draft is then of no use.
/// Cost: one pass; memory in the number of products, not of columns.
void import_ndc(const std::filesystem::path& file, const KnownTerminology& known,
                TerminologyDraft& draft, ImportSummary& summary, Problems& problems);

}  // namespace crosscheck
