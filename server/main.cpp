// crosscheck: finds drug interactions in a medication list.
#include <exception>
#include <iostream>

#include "commands.h"
#include "config.h"

int main(int argc, char** argv) {
  using namespace crosscheck;
  try {
    const Config config = read_config(argc, argv);
    switch (config.command) {
      case Config::Command::serve:
        return run_serve(config);
      case Config::Command::check:
        return run_check(config);
      case Config::Command::explain:
        return run_explain(config);
      case Config::Command::validate:
        return run_validate(config);
      case Config::Command::manifest:
        return run_manifest(config);
      case Config::Command::import:
        return run_import(config);
      case Config::Command::healthcheck:
        return run_healthcheck(config);
    }
  } catch (const std::exception& error) {
    std::cerr << "crosscheck failed: " << error.what() << "\n";
  }
  return kFailed;
}
