// What the documents say, and where to find them.
#pragma once

#include <vector>

#include "knowledge/knowledge_base.h"
#include "rule_page/html_writer.h"

namespace crosscheck {

/// A list with an entry for each piece of evidence of a rule of `pack`.  The address of
/// a document becomes a link only if it is one of the web.
void write_evidence_list(const KnowledgeBase& knowledge, const Pack& pack,
                         const std::vector<Evidence>& evidence, HtmlWriter& html);

}  // namespace crosscheck
