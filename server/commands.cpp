#include "commands.h"

#include <httplib.h>

#include <iostream>

#include "api/question_reader.h"
#include "api/report_table.h"
#include "api/report_writer.h"
#include "api/rule_table.h"
#include "check/checker.h"
#include "knowledge/contradiction.h"
#include "naming/visible_text.h"
#include "pack/manifest.h"
#include "pack/rules_directory.h"
#include "pack/rules_loader.h"

namespace crosscheck {
namespace {

std::vector<std::string> lines_of_input() {
  std::vector<std::string> lines;
  for (std::string line; std::getline(std::cin, line);) {
    if (!is_blank(line)) lines.push_back(line);
  }
  return lines;
}

bool found_anything(const Report& report) {
  bool found = !report.interactions.empty() || !report.duplicates.empty() ||
               !report.cumulative_effects.empty();
  for (const PrecautionAlert& alert : report.precautions)
    found = found || !is_information(alert.kind);
  return found;
}

void print_contradictions(const KnowledgeBase& knowledge) {
  const auto contradictions = find_contradictions(knowledge);
  if (contradictions.empty()) return;
  std::cout << "\nPacks grade the same effect differently; the worse severity holds:\n";
  for (const Contradiction& found : contradictions)
    std::cout << found.worse->id << " (" << to_string(found.worse->severity) << ") and "
              << found.milder->id << " (" << to_string(found.milder->severity)
              << "): " << found.pairs << " pairs, as "
              << knowledge.ingredient(found.a).name << " with "
              << knowledge.ingredient(found.b).name << "\n";
}

}  // namespace

RulesLoader rules_loader(const Config& config) {
  const LoadOptions options{
      .may_lower_contraindications = config.allow_lowered_contraindications,
      .keys = config.rules_keys,
      .minimum_version = config.minimum_rules_version};
  return [options](const std::filesystem::path& directory, Problems& problems) {
    const auto read = [](const JsonNode& node) { return read_question(node); };
    return load_rules(directory, read, problems, options);
  };
}

void print(const Problems& problems) {
  for (const Problem& problem : problems) std::cerr << to_string(problem) << "\n";
  std::cerr << problems.size() << " problem" << (problems.size() == 1 ? "" : "s")
            << ": the rules are not used\n";
}

int run_check(const Config& config) {
  Problems problems;
  const RulesHandle rules = rules_loader(config)(config.rules, problems);
  if (rules == nullptr) {
    print(problems);
    return kFailed;
  }
  const auto names = config.names.empty() ? lines_of_input() : config.names;
  const Question question = read_names(names, "command line", problems);
  if (!problems.empty()) {
    for (const Problem& problem : problems) std::cerr << to_string(problem) << "\n";
    return kFailed;
  }
  const Report report = check(*rules, question);
  if (config.json) {
    std::string body;
    write_report(*rules, question, report, body);
    std::cout << body << "\n";
  } else {
    std::cout << write_report_table(*rules, question, report);
  }
  if (!std::cout.flush()) {
    std::cerr << "the answer could not be written\n";
    return kFailed;
  }
  if (!report.complete()) return kFailed;
  return found_anything(report) ? kFound : kNothingFound;
}

int run_explain(const Config& config) {
  Problems problems;
  const RulesHandle rules = rules_loader(config)(config.rules, problems);
  if (rules == nullptr) {
    print(problems);
    return kFailed;
  }
  const AnyRule rule = rules->knowledge().find_rule(config.rule);
  if (std::holds_alternative<std::monostate>(rule)) {
    std::cerr << "no rule has the id " << visible(config.rule) << "\n";
    return kFailed;
  }
  std::cout << write_rule_table(rules->knowledge(), rule);
  return kNothingFound;
}

int run_validate(const Config& config) {
  Problems problems;
  const RulesHandle rules = rules_loader(config)(config.rules, problems);
  if (rules == nullptr) {
    print(problems);
    return kFailed;
  }
  std::cout << "rules " << rules->version() << " of " << rules->date() << "\n"
            << rules->digest() << "\n";
  for (const Pack& pack : rules->knowledge().packs())
    std::cout << pack.id << " " << pack.version << ": " << pack.interactions.size()
              << " interactions, " << pack.precautions.size() << " precautions, "
              << pack.cumulative_effects.size() << " cumulative effects\n";
  for (const TerminologyPack& pack : rules->knowledge().terminology().packs)
    std::cout << pack.id << " " << pack.version << ": " << pack.title << "\n";
  print_contradictions(rules->knowledge());
  return kNothingFound;
}

int run_manifest(const Config& config) {
  Problems problems;
  const RulesDirectory directory = read_rules_directory(config.rules, problems);
  if (!problems.empty()) {
    print(problems);
    return kFailed;
  }
  std::cout << write_manifest(directory.files);
  return kNothingFound;
}

int run_healthcheck(const Config& config) {
  httplib::Client client(config.host, config.port);
  client.set_connection_timeout(2);
  client.set_read_timeout(2);
  const auto response = client.Get("/readyz");
  if (response && response->status == 200) return 0;
  std::cerr << "crosscheck is not ready on " << config.host << " port " << config.port
            << "\n";
  return kFailed;
}

}  // namespace crosscheck
