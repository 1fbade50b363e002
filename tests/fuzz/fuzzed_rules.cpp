#include "api/question_reader.h"
#include "fuzz/targets.h"
#include "pack/rules_loader.h"

namespace crosscheck {

const RulesInForce& fuzzed_rules() {
  static const auto loaded = [] {
    Problems problems;
    const auto read = [](const JsonNode& node) { return read_question(node); };
    auto rules = load_rules(CROSSCHECK_SOURCE_DIR "/rules", read, problems);
    expect(rules != nullptr, "the project's own rules load");
    return rules;
  }();
  return *loaded;
}

}  // namespace crosscheck
