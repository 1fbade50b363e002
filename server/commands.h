// What the program does for each command; each returns its exit status.
#pragma once

#include "config.h"
#include "json/problem.h"
#include "pack/knowledge_store.h"

namespace crosscheck {

inline constexpr int kNothingFound = 0;
inline constexpr int kFound = 1;
inline constexpr int kFailed = 2;  ///< An error, or not all was checked.

/// What loads the rules as `config` wants them.
RulesLoader rules_loader(const Config& config);
/// Prints the faults of rules that are not used.
void print(const Problems& problems);

/// Serves until SIGTERM or SIGINT.
int run_serve(const Config& config);
/// Prints the report of config.names.
int run_check(const Config& config);
/// Prints the rule config.rule.
int run_explain(const Config& config);
/// Prints every fault of the rules; of rules without a fault, what is in force
/// and where packs contradict each other.
int run_validate(const Config& config);
/// Prints the list of the rules files that is to be signed.
int run_manifest(const Config& config);
/// Writes a terminology pack and prints what became of the rows.
int run_import(const Config& config);
/// Asks a running service.
int run_healthcheck(const Config& config);

}  // namespace crosscheck
