// What the program was asked to do.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace crosscheck {

/// Settings come from flags, then from the environment (CROSSCHECK_HOST …),
/// then from the file of --config, then from the defaults here.
struct Config {
  enum class Command { serve, check, explain, validate, manifest, import, healthcheck };
  Command command = Command::serve;
  std::string host = "127.0.0.1";
  int port = 8080;
  std::string rules = "rules";  ///< Directory.
  /// Whether a local policy may make a contraindication less severe or silent.
  bool allow_lowered_contraindications = false;
  std::string rules_keys;  ///< File of public keys; "": the rules need no signature.
  std::string minimum_rules_version;  ///< "": no version is too old.
  std::string log_level = "info";
  std::string keys;              ///< File of the keys of callers; "": anybody may ask.
  bool allow_anonymous = false;  ///< To serve others than this machine without keys.
  /// Questions a second for each key without a rate of its own, or, without keys,
  /// for all callers together; 0: no limit.
  int rate_limit = 0;
  /// Origins whose pages browsers let read answers, separated by commas.
  std::string cors_origins;
  /// Origins whose pages may show ours in a frame, separated by commas.
  std::string frame_ancestors;
  std::string admin_host = "127.0.0.1";
  int admin_port = -1;       ///< -1: no listener for operators.
  std::string public_url;    ///< Where clients reach the service: "https://host"; "".
  std::string feedback_db;   ///< File or connection string; "": feedback is not kept.
  std::string cds_clients;   ///< File of the CDS clients; "": tokens are not looked at.
  std::string fhir_servers;  ///< Their base addresses, separated by commas; "": none.
  int fhir_milliseconds = 2000;  ///< To ask one of them.
  int drain_seconds = 0;         ///< Not ready, but serving, before a stop.
  int threads = 0;               ///< That answer requests; 0: one a core.
  std::size_t max_connections = 10'000;
  bool rxnav_empty_groups = false;  ///< As RxnavHandler has it.
  std::vector<std::string> names;   ///< Command check; empty: standard input.
  bool json = false;                ///< Command check.
  std::string rule;                 ///< Command explain: its id.
  std::string format;               ///< Command import: "rxnorm" or "ndc".
  std::string path;                 ///< Command import: the publisher's file or folder.
  std::string out;                  ///< Command import: the folder of the pack.
  std::string date;                 ///< Command import: of the release, or "".
};

/// Reads the command line, the environment and the configuration file.
/// Errors: ends the program with a message and status 2; with 0 for --help and
/// --version.
Config read_config(int argc, char** argv);

}  // namespace crosscheck
