#include "pack/rules_loader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "json/json_pointer.h"
#include "knowledge/day.h"
#include "pack/digest.h"
#include "pack/example_runner.h"
#include "pack/pack_reader.h"
#include "pack/policy_reader.h"
#include "pack/rules_directory.h"
#include "pack/rules_documents.h"
#include "pack/signed_rules.h"
#include "pack/terminology_reader.h"
#include "pack/written_form.h"

namespace crosscheck {
namespace {

struct Release {
  std::string version;
  std::string date;
  std::string valid_until;
};

Release read_release(const JsonNode& node) {
  node.allow_only({"schema", "version", "date", "valid_until"});
  const auto valid_until = node.optional_string("valid_until");
  Release release{node.required_string("version"), node.required_string("date"),
                  valid_until.value_or("")};
  if (!release.version.empty() && !is_version(release.version))
    node.report("version", kVersionForm);
  if (!release.date.empty() && !is_date(release.date)) node.report("date", kDateForm);
  if (valid_until && !is_date(*valid_until))
    node.report("valid_until", kDateForm);
  else if (valid_until && *valid_until < release.date)
    node.report("valid_until", "the day of date or a later one");
  return release;
}

void refuse_old(const Release& release, const LoadOptions& options,
                const JsonNode& node) {
  if (is_version(release.version) && is_older(release.version, options.minimum_version))
    node.report("version", "the version " + options.minimum_version +
                               " of --minimum-rules-version, or a later one");
  if (!options.keys.empty() && !release.valid_until.empty() &&
      release.valid_until < today())
    node.report("valid_until", "a day that is not over");
}

std::vector<Example> read_all_examples(const RulesDocuments& documents,
                                       const std::vector<std::string>& packs,
                                       const KnownKeys& rule_ids,
                                       const QuestionReader& read_question) {
  std::vector<Example> all;
  for (const std::string& folder : packs) {
    const auto document = documents.find(folder + "/examples.json");
    if (!document) continue;
    for (Example& example : read_examples(*document, rule_ids, read_question))
      all.push_back(std::move(example));
  }
  return all;
}

std::vector<LocalPolicy> policies_of(const std::vector<PolicyRow>& rows) {
  std::vector<LocalPolicy> policies;
  for (const PolicyRow& row : rows) policies.push_back(row.policy);
  return policies;
}

std::shared_ptr<const RulesInForce> load(const RulesDirectory& files,
                                         const QuestionReader& read_question,
                                         const LoadOptions& options, Problems& problems) {
  const RulesDocuments documents(files.files, problems);

  Release release;
  if (const auto node = documents.find(kReleaseFile)) {
    release = read_release(*node);
    refuse_old(release, options, *node);
  }
  Vocabulary vocabulary;
  Terminology terminology =
      read_terminology(documents, files.terminology_packs, vocabulary);
  KnownKeys rule_ids("rule id");
  std::vector<Pack> packs;
  for (const std::string& folder : files.packs)
    packs.push_back(read_pack(documents, folder, vocabulary, rule_ids));
  const auto examples =
      read_all_examples(documents, files.packs, rule_ids, read_question);
  std::vector<PolicyRow> policies;
  if (const auto document = documents.find(kPolicyFile))
    policies = read_policies(*document, vocabulary, rule_ids);
  if (!problems.empty()) return nullptr;

  const std::string fingerprint = digest(files.files);
  const auto rules = std::make_shared<const RulesInForce>(
      release.version, release.date, fingerprint,
      policies.empty() ? std::move(terminology) : terminology,
      policies.empty() ? std::move(packs) : packs, std::vector<LocalPolicy>(),
      release.valid_until);
  for (const Example& example : examples) run_example(*rules, example);
  check_policies(rules->knowledge(), policies, options.may_lower_contraindications);
  if (!problems.empty()) return nullptr;
  if (policies.empty()) return rules;
  return std::make_shared<const RulesInForce>(release.version, release.date, fingerprint,
                                              std::move(terminology), std::move(packs),
                                              policies_of(policies), release.valid_until);
}

bool comes_before(const Problem& a, const Problem& b) {
  if (a.source != b.source) return a.source < b.source;
  return pointer_before(a.pointer, b.pointer);
}

void append_sorted(Problems found, Problems& problems) {
  std::stable_sort(found.begin(), found.end(), comes_before);
  problems.insert(problems.end(), found.begin(), found.end());
}

}  // namespace

std::shared_ptr<const RulesInForce> load_rules(const std::filesystem::path& directory,
                                               const QuestionReader& read_question,
                                               Problems& problems,
                                               const LoadOptions& options) {
  Problems found;
  const RulesDirectory files = read_rules_directory(directory, found);
  std::shared_ptr<const RulesInForce> rules;
  // What is not as it was signed is not looked into.
  if (!options.keys.empty()) check_signed(directory, files.files, options.keys, found);
  if (options.keys.empty() || found.empty())
    rules = load(files, read_question, options, found);
  append_sorted(std::move(found), problems);
  return rules;
}

std::shared_ptr<const RulesInForce> load_rules(const RulesDirectory& files,
                                               const QuestionReader& read_question,
                                               Problems& problems) {
  Problems found;
  auto rules = load(files, read_question, {}, found);
  append_sorted(std::move(found), problems);
  return rules;
}

}  // namespace crosscheck
