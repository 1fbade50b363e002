#include "pack/evidence_reader.h"

#include <utility>

#include "pack/row_reader.h"

namespace crosscheck {

std::vector<Evidence> read_evidence(const JsonNode& rule, const KnownKeys& sources) {
  std::vector<Evidence> all;
  for (const JsonNode& node : read_rows(rule, "evidence")) {
    node.allow_only({"source", "section", "severity", "level", "states"});
    Evidence evidence;
    evidence.source = node.required_string("source");
    sources.expect(node, "source", evidence.source);
    evidence.section = node.required_string("section");
    evidence.severity = node.optional_token<Severity>("severity", kSeverityTokens);
    evidence.level = node.optional_token<EvidenceLevel>("level", kEvidenceLevelTokens);
    evidence.states = node.required_string("states");
    all.push_back(std::move(evidence));
  }
  if (all.empty() && rule.has_array("evidence"))
    rule.report("evidence", "at least one source that says so");
  return all;
}

}  // namespace crosscheck
