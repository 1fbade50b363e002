#include "config.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "pack/written_form.h"
#include "settings.h"

namespace crosscheck {
namespace {

std::string is_version_or_nothing(const std::string& text) {
  if (text.empty() || is_version(text)) return {};
  return "expected " + std::string(kVersionForm) + "; found " + text;
}

void add_settings(Settings& settings, Config& config) {
  settings.add("host", config.host, "Address to serve on, or to ask");
  settings.add("port", config.port, "Port; 0 picks a free one")
      ->check(CLI::Range(0, 65535));
  settings.add("rules", config.rules, "Directory of the rules");
  settings.add("rules-keys", config.rules_keys,
               "File of minisign public keys; only rules signed by one are used");
  settings
      .add("minimum-rules-version", config.minimum_rules_version,
           "Older rules are refused")
      ->check(is_version_or_nothing);
  settings.add("allow-lowered-contraindications", config.allow_lowered_contraindications,
               "true lets a local policy make a contraindication less severe or silent");
  settings.add("log-level", config.log_level, "Log lines from this level on")
      ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}));
  settings.add("keys", config.keys, "File of the keys that callers must send");
  settings.add("allow-anonymous", config.allow_anonymous,
               "true: serve other machines without keys");
  settings
      .add("rate-limit", config.rate_limit,
           "Requests a second for each key, or for all without keys; 0: no limit")
      ->check(CLI::Range(0, 1'000'000));
  settings.add("cors-origins", config.cors_origins,
               "Origins whose pages may read answers, separated by commas; * for all");
  settings.add("frame-ancestors", config.frame_ancestors,
               "Origins that may show the page in a frame, separated by commas; self");
  settings.add("admin-host", config.admin_host, "Address of the listener for operators");
  settings
      .add("admin-port", config.admin_port,
           "Port of the listener for operators: metrics and reload; -1: none")
      ->check(CLI::Range(-1, 65535));
  settings.add("feedback-db", config.feedback_db,
               "SQLite file, or database, that keeps the feedback on CDS cards");
  settings.add("cds-clients", config.cds_clients,
               "File of the clients that call CDS services by JSON Web Tokens");
  settings.add("public-url", config.public_url,
               "Where CDS clients reach the service, as in https://cds.example.org");
  settings.add("fhir-servers", config.fhir_servers,
               "FHIR servers, by commas, that may be asked for what CDS calls lack");
  settings
      .add("fhir-milliseconds", config.fhir_milliseconds,
           "The longest that asking a FHIR server may take for one CDS call")
      ->check(CLI::Range(50, 60'000));
  settings
      .add("drain-seconds", config.drain_seconds,
           "Seconds to be not ready, but still serve, before a stop")
      ->check(CLI::Range(0, 3600));
  settings
      .add("threads", config.threads,
           "Threads that answer requests; 0: one for each core")
      ->check(CLI::Range(0, 1024));
  settings
      .add("max-connections", config.max_connections,
           "Connections at once; one more is answered 503")
      ->check(CLI::Range(1, 1'000'000));
  settings.add("rxnav-empty-groups", config.rxnav_empty_groups,
               "true: RxNav answers without findings have an empty group, not none");
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

}  // namespace

Config read_config(int argc, char** argv) {
  Config config;
  CLI::App app("crosscheck finds drug interactions in a medication list.", "crosscheck");
  app.set_version_flag("--version", "crosscheck " CROSSCHECK_VERSION);
  Settings settings(app);
  add_settings(settings, config);
  app.set_config("--config", "", "File with settings, as in: port=8081");
  add_commands(app, config);
  bool print = false;
  app.add_flag("--print-config", print, "Print the settings in force, and end")
      ->configurable(false);
  try {
    app.parse(settings.arguments(argc, argv));
    if (print) {
      settings.print(std::cout);
      std::exit(0);
    }
  } catch (const CLI::ParseError& error) {
    constexpr int kBadUsage = 2;
    std::exit(app.exit(error) == 0 ? 0 : kBadUsage);
  }
  return config;
}

}  // namespace crosscheck
