// Breaks each rule in two ways; each time an example of its pack must fail.
// A rule that can be broken unseen has no proof.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "api/question_reader.h"
#include "pack/rules_loader.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

const fs::path kRules = fs::path(CROSSCHECK_SOURCE_DIR) / "rules";

ordered_json read(const fs::path& path) {
  std::ifstream file(path);
  return ordered_json::parse(file);
}

void write(const fs::path& path, const ordered_json& json) {
  std::ofstream(path) << json.dump();
}

// A copy of the rules in which one file can be changed.
class Copy {
 public:
  Copy()
      : root_(fs::temp_directory_path() / ("rules-mutated-" + std::to_string(getpid()))) {
    fs::remove_all(root_);
    fs::copy(kRules, root_, fs::copy_options::recursive);
  }
  ~Copy() { fs::remove_all(root_); }

  const fs::path& root() const { return root_; }

  /// Whether an example notices.
  bool notices() const {
    Problems problems;
    load_rules(
        root_, [](const JsonNode& node) { return read_question(node); }, problems);
    for (const Problem& problem : problems) {
      if (problem.source.ends_with("examples.json")) return true;
    }
    for (const Problem& problem : problems) MESSAGE(to_string(problem));
    return false;
  }

 private:
  fs::path root_;
};

// A drug that no rule speaks of takes the place of a participant.
void swap_participant(ordered_json& rule) {
  const ordered_json other = {{"ingredient", "simethicone"}};
  if (rule.contains("between"))
    rule["between"][1] = other;
  else
    rule["of"]["ingredient"] = "simethicone", rule["of"].erase("class"),
        rule["of"].erase("except");
}

bool is_information(const ordered_json& rule) {
  const std::string kind = rule.value("kind", "");
  return kind == "laboratory" || kind == "activity";
}

void check_mutations(const Copy& copy, const fs::path& file, const char* list) {
  const ordered_json whole = read(file);
  for (std::size_t i = 0; i < whole[list].size(); ++i) {
    const ordered_json& rule = whole[list][i];
    if (is_information(rule)) continue;  // comes with every list: no example lists it
    CAPTURE(rule["id"].get<std::string>());
    const auto notices = [&](auto change) {
      ordered_json changed = whole;
      change(changed[list]);
      write(file, changed);
      const bool noticed = copy.notices();
      write(file, whole);
      return noticed;
    };
    CHECK_MESSAGE(notices([&](ordered_json& rules) { rules.erase(i); }), "dropped");
    CHECK_MESSAGE(notices([&](ordered_json& rules) { swap_participant(rules[i]); }),
                  "swapped");
  }
}

TEST_CASE("every broken rule makes an example fail") {
  const Copy copy;
  REQUIRE(!copy.notices());
  for (const auto& entry : fs::directory_iterator(copy.root())) {
    if (!fs::exists(entry.path() / "pack.json")) continue;
    check_mutations(copy, entry.path() / "interactions.json", "interactions");
    check_mutations(copy, entry.path() / "precautions.json", "precautions");
  }
}

}  // namespace
}  // namespace crosscheck
