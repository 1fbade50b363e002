// The rules inside an alert, as JSON.
#pragma once

#include "check/report.h"
#include "json/json_writer.h"
#include "knowledge/knowledge_base.h"

namespace crosscheck {

/// A rule as it stands inside an alert: id, severity, what matched, why, what
/// to do, and its evidence.
void write_matched_rule(const KnowledgeBase& knowledge, const Interaction& rule,
                        JsonWriter& json);
void write_matched_rule(const KnowledgeBase& knowledge, const Precaution& rule,
                        JsonWriter& json);

/// The members that tell which cumulative effect an alert rests on and how its
/// total came about: "rule", "total", "contributions" and "evidence".
void write_total(const KnowledgeBase& knowledge, const CumulativeAlert& alert,
                 JsonWriter& json);

}  // namespace crosscheck
