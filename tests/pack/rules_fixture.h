// A small rules directory on disk that tests may break.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "json/problem.h"
#include "pack/rules_loader.h"
#include "pack/sound_rules.h"

namespace crosscheck {

/// The sound rules on disk, for as long as it lives.
class RulesOnDisk {
 public:
  RulesOnDisk() {
    std::string name = (std::filesystem::temp_directory_path() / "rules-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root_ = name;
    for (const auto& [path, content] : sound_rules()) write(path, content);
  }
  ~RulesOnDisk() { std::filesystem::remove_all(root_); }
  RulesOnDisk(const RulesOnDisk&) = delete;
  RulesOnDisk& operator=(const RulesOnDisk&) = delete;

  const std::filesystem::path& root() const { return root_; }

  void write(const std::string& path, const std::string& content) const {
    std::filesystem::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << content;
  }

  /// Replaces the first `from` in a file; there must be one.
  void change(const std::string& path, const std::string& from,
              const std::string& to) const {
    std::ostringstream content;
    content << std::ifstream(root_ / path).rdbuf();
    std::string text = content.str();
    const auto at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, path << " has no " << from);
    write(path, text.replace(at, from.size(), to));
  }

  /// What load_rules() says, a line each; "" for rules without a fault.
  std::string problems() const {
    Problems problems;
    const auto rules = load_rules(root_, read_small_question, problems);
    CHECK((rules != nullptr) == problems.empty());
    std::string lines;
    for (const Problem& problem : problems) lines += to_string(problem) + "\n";
    for (auto at = lines.find(root_.string()); at != std::string::npos;
         at = lines.find(root_.string()))
      lines.replace(at, root_.string().size(), "RULES");
    return lines;
  }

 private:
  std::filesystem::path root_;
};

/// One text replaced in one file of the sound rules, and what is said of it.
struct BrokenRules {
  std::string description;
  std::string file;
  std::string from;
  std::string to;
  std::vector<std::string> expected;
};

inline void check_broken_rules(const std::vector<BrokenRules>& cases) {
  for (const BrokenRules& c : cases) {
    CAPTURE(c.description);
    const RulesOnDisk rules;
    rules.change(c.file, c.from, c.to);
    std::string expected;
    for (const std::string& line : c.expected) expected += line + "\n";
    CHECK(rules.problems() == expected);
  }
}

}  // namespace crosscheck
