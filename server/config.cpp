#include "config.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "pack/written_form.h"

namespace crosscheck {
namespace {

constexpr auto kVariables = std::to_array<std::pair<const char*, const char*>>({
    {"CROSSCHECK_HOST", "--host"},
    {"CROSSCHECK_PORT", "--port"},
    {"CROSSCHECK_RULES", "--rules"},
    {"CROSSCHECK_RULES_KEYS", "--rules-keys"},
    {"CROSSCHECK_MINIMUM_RULES_VERSION", "--minimum-rules-version"},
    {"CROSSCHECK_ALLOW_LOWERED_CONTRAINDICATIONS", "--allow-lowered-contraindications"},
    {"CROSSCHECK_LOG_LEVEL", "--log-level"},
    {"CROSSCHECK_KEYS", "--keys"},
    {"CROSSCHECK_ALLOW_ANONYMOUS", "--allow-anonymous"},
    {"CROSSCHECK_RATE_LIMIT", "--rate-limit"},
    {"CROSSCHECK_CORS_ORIGINS", "--cors-origins"},
    {"CROSSCHECK_FRAME_ANCESTORS", "--frame-ancestors"},
    {"CROSSCHECK_ADMIN_HOST", "--admin-host"},
    {"CROSSCHECK_ADMIN_PORT", "--admin-port"},
    {"CROSSCHECK_FEEDBACK_DB", "--feedback-db"},
    {"CROSSCHECK_CDS_CLIENTS", "--cds-clients"},
    {"CROSSCHECK_PUBLIC_URL", "--public-url"},
    {"CROSSCHECK_FHIR_SERVERS", "--fhir-servers"},
    {"CROSSCHECK_FHIR_MILLISECONDS", "--fhir-milliseconds"},
    {"CROSSCHECK_DRAIN_SECONDS", "--drain-seconds"},
    {"CROSSCHECK_THREADS", "--threads"},
    {"CROSSCHECK_MAX_CONNECTIONS", "--max-connections"},
    {"CROSSCHECK_RXNAV_EMPTY_GROUPS", "--rxnav-empty-groups"},
});

// The library would let a configuration file go before the environment.  As
// flags in front of the user's own, which go last and win, variables do not.
std::vector<std::string> arguments(int argc, char** argv) {
  std::vector<std::string> all;
  for (const auto& [variable, flag] : kVariables) {
    const char* value = std::getenv(variable);
    if (value == nullptr) continue;
    all.emplace_back(flag);
    all.emplace_back(value);
  }
  all.insert(all.end(), argv + 1, argv + argc);
  std::reverse(all.begin(), all.end());  // as the library wants a vector
  return all;
}

std::string is_version_or_nothing(const std::string& text) {
  if (text.empty() || is_version(text)) return {};
  return "expected " + std::string(kVersionForm) + "; found " + text;
}

void add_settings(CLI::App& app, Config& config) {
  const auto last = CLI::MultiOptionPolicy::TakeLast;
  app.add_option("--host", config.host, "Address to serve on, or to ask")
      ->capture_default_str()
      ->multi_option_policy(last);
  app.add_option("--port", config.port, "Port; 0 picks a free one")
      ->capture_default_str()
      ->check(CLI::Range(0, 65535))
      ->multi_option_policy(last);
  app.add_option("--rules", config.rules, "Directory of the rules")
      ->capture_default_str()
      ->multi_option_policy(last);
  app.add_option("--rules-keys", config.rules_keys,
                 "File of minisign public keys; only rules signed by one are used")
      ->multi_option_policy(last);
  app.add_option("--minimum-rules-version", config.minimum_rules_version,
                 "Older rules are refused")
      ->check(is_version_or_nothing)
      ->multi_option_policy(last);
  app.add_option("--allow-lowered-contraindications",
                 config.allow_lowered_contraindications,
                 "true lets a local policy make a contraindication less severe or silent")
      ->capture_default_str()
      ->multi_option_policy(last);
  app.add_option("--log-level", config.log_level, "Log lines from this level on")
      ->capture_default_str()
      ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}))
      ->multi_option_policy(last);
  app.add_option("--keys", config.keys, "File of the keys that callers must send")
      ->multi_option_policy(last);
  app.add_option("--allow-anonymous", config.allow_anonymous,
                 "true: serve other machines without keys")
      ->capture_default_str()
      ->multi_option_policy(last);
  app.add_option("--rate-limit", config.rate_limit,
                 "Requests a second for each key, or for all without keys; 0: no limit")
      ->capture_default_str()
      ->check(CLI::Range(0, 1'000'000))
      ->multi_option_policy(last);
  app.add_option("--cors-origins", config.cors_origins,
                 "Origins whose pages may read answers, separated by commas; * for all")
      ->multi_option_policy(last);
  app.add_option("--frame-ancestors", config.frame_ancestors,
                 "Origins that may show the page in a frame, separated by commas; self")
      ->multi_option_policy(last);
  app.add_option("--admin-host", config.admin_host,
                 "Address of the listener for operators")
      ->capture_default_str()
      ->multi_option_policy(last);
  app.add_option("--admin-port", config.admin_port,
                 "Port of the listener for operators: metrics and reload; -1: none")
      ->capture_default_str()
      ->check(CLI::Range(-1, 65535))
      ->multi_option_policy(last);
  app.add_option("--feedback-db", config.feedback_db,
                 "SQLite file, or database, that keeps the feedback on CDS cards")
      ->multi_option_policy(last);
  app.add_option("--cds-clients", config.cds_clients,
                 "File of the clients that call CDS services by JSON Web Tokens")
      ->multi_option_policy(last);
  app.add_option("--public-url", config.public_url,
                 "Where CDS clients reach the service, as in https://cds.example.org")
      ->multi_option_policy(last);
  app.add_option("--fhir-servers", config.fhir_servers,
                 "FHIR servers, by commas, that may be asked for what CDS calls lack")
      ->multi_option_policy(last);
  app.add_option("--fhir-milliseconds", config.fhir_milliseconds,
                 "The longest that asking a FHIR server may take for one CDS call")
      ->capture_default_str()
      ->check(CLI::Range(50, 60'000))
      ->multi_option_policy(last);
  app.add_option("--drain-seconds", config.drain_seconds,
                 "Seconds to be not ready, but still serve, before a stop")
      ->capture_default_str()
      ->check(CLI::Range(0, 3600))
      ->multi_option_policy(last);
  app.add_option("--threads", config.threads,
                 "Threads that answer requests; 0: one for each core")
      ->capture_default_str()
      ->check(CLI::Range(0, 1024))
      ->multi_option_policy(last);
  app.add_option("--max-connections", config.max_connections,
                 "Connections at once; one more is answered 503")
      ->capture_default_str()
      ->check(CLI::Range(1, 1'000'000))
      ->multi_option_policy(last);
  app.add_option("--rxnav-empty-groups", config.rxnav_empty_groups,
                 "true: RxNav answers without findings have an empty group, not none")
      ->capture_default_str()
      ->multi_option_policy(last);
  app.set_config("--config", "", "File with settings, as in: port=8081");
}

void add_commands(CLI::App& app, Config& config) {
  const auto add = [&](const char* name, const char* help, Config::Command command) {
    auto* sub = app.add_subcommand(name, help);
    sub->fallthrough();
    sub->callback([&config, command] { config.command = command; });
    return sub;
  };
  add("serve", "Serve the HTTP API", Config::Command::serve);
  auto* check = add("check", "Check medications: names, or lines of standard input",
                    Config::Command::check);
  check->add_option("names", config.names, "One medication each");
  check->add_flag("--json", config.json, "Print the answer of POST /v1/check");
  check->footer(
      "Ends with 0: nothing found. 1: something found. 2: error, or not all "
      "of the list was checked.");
  auto* explain = add("explain", "Print a rule with its drugs and its sources",
                      Config::Command::explain);
  explain->add_option("rule", config.rule, "The id, as alerts name it")->required();
  auto* validate = add("validate", "Read a directory of rules and tell every fault",
                       Config::Command::validate);
  validate->add_option("directory", config.rules, "Directory of the rules");
  auto* manifest =
      add("manifest", "Print the list of the rules files to be signed, SHA256SUMS",
          Config::Command::manifest);
  manifest->add_option("directory", config.rules, "Directory of the rules");
  auto* import = add(
      "import", "Make a terminology pack of official files, beside the rules at --rules",
      Config::Command::import);
  import->add_option("format", config.format, "What the files are: rxnorm or ndc")
      ->required()
      ->check(CLI::IsMember({"rxnorm", "ndc"}));
  import
      ->add_option("path", config.path,
                   "rxnorm: the folder of RXNCONSO.RRF; ndc: the file product.txt")
      ->required();
  import->add_option("--out", config.out, "Folder of the pack, as in rules/rxnorm")
      ->required();
  import->add_option("--date", config.date, "Day of the release, as in 2026-03-02");
  add("healthcheck", "Ask the service at --host and --port whether it is ready",
      Config::Command::healthcheck);
  app.require_subcommand(1);
}

// In the form of a file for --config.
void print_settings(const Config& config) {
  std::cout << std::boolalpha << "host=" << config.host << "\nport=" << config.port
            << "\nrules=" << config.rules << "\nrules-keys=" << config.rules_keys
            << "\nminimum-rules-version=" << config.minimum_rules_version
            << "\nallow-lowered-contraindications="
            << config.allow_lowered_contraindications << "\nkeys=" << config.keys
            << "\nallow-anonymous=" << config.allow_anonymous
            << "\nrate-limit=" << config.rate_limit << "\ncors-origins=\""
            << config.cors_origins << "\""
            << "\nframe-ancestors=\"" << config.frame_ancestors << "\""
            << "\nadmin-host=" << config.admin_host
            << "\nadmin-port=" << config.admin_port << "\nfeedback-db=\""
            << config.feedback_db << "\""
            << "\ncds-clients=" << config.cds_clients
            << "\npublic-url=" << config.public_url << "\nfhir-servers=\""
            << config.fhir_servers << "\""
            << "\nfhir-milliseconds=" << config.fhir_milliseconds
            << "\ndrain-seconds=" << config.drain_seconds
            << "\nthreads=" << config.threads
            << "\nmax-connections=" << config.max_connections
            << "\nrxnav-empty-groups=" << config.rxnav_empty_groups
            << "\nlog-level=" << config.log_level << "\n";
}

}  // namespace

Config read_config(int argc, char** argv) {
  Config config;
  CLI::App app("crosscheck finds drug interactions in a medication list.", "crosscheck");
  app.set_version_flag("--version", "crosscheck " CROSSCHECK_VERSION);
  add_settings(app, config);
  add_commands(app, config);
  bool print = false;
  app.add_flag("--print-config", print, "Print the settings in force, and end")
      ->configurable(false);
  try {
    app.parse(arguments(argc, argv));
    if (print) {
      print_settings(config);
      std::exit(0);
    }
  } catch (const CLI::ParseError& error) {
    constexpr int kBadUsage = 2;
    std::exit(app.exit(error) == 0 ? 0 : kBadUsage);
  }
  return config;
}

}  // namespace crosscheck
