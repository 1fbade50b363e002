#include "check/wording.h"
#include "rxnav/interaction_answer.h"

namespace crosscheck {

void write_group_head(const RulesInForce& rules, Outline& outline) {
  outline.text("sourceDisclaimer",
               "Rules of version " + rules.version() + " (" + rules.digest() +
                   "). Drugs that are taken twice, doses, routes and the patient are not "
                   "part of this answer: POST /v1/check looks at them too.");
  outline.text("sourceName", kRxnavSource);
}

void write_sources_answer(const RulesInForce& rules, Outline& outline) {
  write_disclaimer(rules, {}, outline);
  outline.begin("sourceList");
  outline.begin_list("source");
  outline.item(kRxnavSource);
  outline.end_list();
  outline.end();
}

void write_version_answer(const RulesInForce& rules, Outline& outline) {
  write_disclaimer(rules, {}, outline);
  outline.begin("sourceVersionList");
  outline.begin_list("sourceVersion");
  outline.item(std::string(kRxnavSource) + ' ' + rules.version());
  for (const Pack& pack : rules.knowledge().packs())
    outline.item(pack.id + ' ' + pack.version);
  outline.end_list();
  outline.end();
}

}  // namespace crosscheck
