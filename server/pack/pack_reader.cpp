#include "pack/pack_reader.h"

#include "json/json_writer.h"
#include "pack/cumulative_effect_reader.h"
#include "pack/interaction_reader.h"
#include "pack/precaution_reader.h"
#include "pack/rules_directory.h"
#include "pack/source_reader.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

void read_review(const JsonNode& node, Pack& pack) {
  const auto reviewed = node.required_object("reviewed");
  if (!reviewed) return;
  reviewed->allow_only({"by", "on"});
  pack.reviewed_by = reviewed->required_string("by");
  pack.reviewed_on = reviewed->required_string("on");
  if (!pack.reviewed_on.empty() && !is_date(pack.reviewed_on))
    reviewed->report("on", kDateForm);
}

void read_head(const JsonNode& node, const std::string& folder, PackContext& context,
               Pack& pack) {
  node.allow_only({"schema", "id", "version", "title", "licence", "reviewed", "sources"});
  pack.id = node.required_string("id");
  if (!pack.id.empty() && pack.id != folder)
    node.report("id", "the name of its folder, " + json_quoted(folder));
  else if (!pack.id.empty() && !is_kebab_case(pack.id))
    node.report("id", kKebabCaseForm);
  pack.version = node.required_string("version");
  if (!pack.version.empty() && !is_version(pack.version))
    node.report("version", kVersionForm);
  pack.title = node.required_string("title");
  pack.licence = node.required_string("licence");
  read_review(node, pack);
  pack.sources = read_sources(node, context.sources);
}

}  // namespace

Pack read_pack(const RulesDocuments& documents, const std::string& folder,
               const Vocabulary& vocabulary, KnownKeys& rule_ids) {
  Pack pack;
  PackContext context{.vocabulary = vocabulary, .rule_ids = rule_ids};
  if (const auto head = documents.find(folder + "/pack.json"))
    read_head(*head, folder, context, pack);
  else
    context.sources.set_unreadable();

  const auto interactions = documents.find(folder + "/interactions.json");
  if (!interactions || !interactions->has_array("interactions"))
    rule_ids.set_unreadable();
  if (interactions) pack.interactions = read_interactions(*interactions, context);

  const auto precautions = documents.find(folder + "/precautions.json");
  if (!precautions || !precautions->has_array("precautions")) rule_ids.set_unreadable();
  if (precautions) pack.precautions = read_precautions(*precautions, context);

  const std::string cumulative = folder + "/" + kCumulativeEffectsFile;
  if (const auto effects = documents.find(cumulative))
    pack.cumulative_effects = read_cumulative_effects(*effects, context);
  else if (documents.has_file(cumulative))
    rule_ids.set_unreadable();
  return pack;
}

}  // namespace crosscheck
