// A settled draft → the files of a terminology pack.
#pragma once

#include <map>
#include <string>

#include "import/terminology_draft.h"
#include "knowledge/terminology.h"

namespace crosscheck {

/// Where the rows of an import come from: a key, and a sentence with the licence.
struct Origin {
  std::string key;
  std::string sentence;
};

/// File name → content: terminology.json, and ingredients.json and products.json
/// where there are any.  One record a line, in order of their keys: equal drafts
/// give equal bytes.
std::map<std::string, std::string> write_terminology_pack(const TerminologyPack& head,
                                                          const Origin& origin,
                                                          const TerminologyDraft& draft);

}  // namespace crosscheck
