// Who takes part in a rule, drug by drug.
#pragma once

#include "knowledge/knowledge_base.h"
#include "rule_page/page_frame.h"

namespace crosscheck {

/// One side: its name, the routes that it is limited to, and for a class every drug in
/// it, with links to what the service knows of them.
void write_participant(const KnowledgeBase& knowledge, const Participant& participant,
                       PageFrame& frame);

}  // namespace crosscheck
