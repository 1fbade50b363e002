// A small rules directory on disk that tests may break.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "json/problem.h"
#include "pack/rules_loader.h"

namespace crosscheck {

/// A rules directory without a fault: `path` -> content.
inline std::map<std::string, std::string> sound_rules() {
  return {
      {"release.json", R"({"schema": 1, "version": "2026.11.1", "date": "2026-11-22"})"},
      {"terminology/ingredients.json", R"({"schema": 1, "origins": {"own": "by hand"},
        "ingredients": [
          {"key": "baclofen", "name": "baclofen", "rxnorm": ["1292"], "atc": ["M03BX01"], "synonyms": [], "origin": ["own"]},
          {"key": "phenelzine", "name": "phenelzine", "rxnorm": ["8123"], "atc": [], "synonyms": [], "origin": ["own"]},
          {"key": "selegiline", "name": "selegiline", "rxnorm": [], "atc": [], "synonyms": ["deprenyl"], "origin": ["own"]}]})"},
      {"terminology/products.json", R"({"schema": 1, "origins": {"own": "by hand"},
        "products": [
          {"ingredients": ["baclofen"], "brands": ["Lioresal"], "rxnorm": ["197391"], "origin": ["own"]},
          {"ingredients": ["phenelzine"], "brands": ["Nardil"], "rxnorm": [], "route": "oral", "origin": ["own"]}]})"},
      {"terminology/classes.json", R"({"schema": 1, "origins": {"own": "by hand"},
        "classes": [
          {"key": "maoi", "name": "MAO inhibitors", "contains": ["maoi-b"], "members": ["phenelzine"], "origin": ["own"]},
          {"key": "maoi-b", "name": "MAO-B inhibitors", "contains": [], "members": ["selegiline"], "origin": ["own"]}]})"},
      {"terminology/effects.json",
       R"({"schema": 1, "effects": [{"key": "cns-depression", "name": "CNS depression"}]})"},
      {"terminology/conditions.json", R"({"schema": 1, "conditions": [
          {"key": "renal-impairment", "name": "renal impairment", "synonyms": ["kidney disease"], "icd10": ["N18", "I69.3"], "snomed": ["709044004"]},
          {"key": "epilepsy", "name": "epilepsy", "synonyms": [], "icd10": ["G40"], "snomed": []}]})"},
      {"terminology/routes.json", R"({"schema": 1, "routes": [
          {"key": "oral", "name": "oral", "words": ["po", "by mouth"], "local": false},
          {"key": "intrathecal", "name": "intrathecal", "words": ["intrathecal"], "local": false}]})"},
      {"terminology/order-words.json",
       R"({"schema": 1, "salts": ["hydrochloride"], "forms": ["tablet"], "units": ["mg"], "directions": ["daily"], "makers": [], "supplies": []})"},
      {"terminology/abbreviations.json", R"({"schema": 1, "origins": {"own": "by hand"},
        "abbreviations": [{"text": "BAC", "ingredients": ["baclofen"], "origin": ["own"]}]})"},
      {"terminology/look-alikes.json", R"({"schema": 1, "origins": {"own": "by hand"},
        "look_alikes": [{"names": ["baclofen", "Bactroban"], "origin": ["own"]}]})"},
      {"baclofen/pack.json",
       R"({"schema": 1, "id": "baclofen", "version": "1.0.0", "title": "Baclofen",
        "licence": "own", "reviewed": {"by": "nobody", "on": "2026-11-22"},
        "sources": [{"id": "D3", "title": "Baclofen, systemic", "publisher": "", "date": "2015-05", "location": "d3.txt"}]})"},
      {"baclofen/interactions.json", R"({"schema": 1, "interactions": [
        {"id": "baclofen-maoi", "between": [{"ingredient": "baclofen"}, {"class": "maoi"}],
         "severity": "major", "effects": ["cns-depression"], "management": "Take care.",
         "evidence": [{"source": "D3", "section": "Interactions", "severity": "moderate", "states": "Care."}]}]})"},
      {"baclofen/precautions.json", R"({"schema": 1, "precautions": [
        {"id": "baclofen-renal-impairment", "of": {"ingredient": "baclofen"}, "kind": "condition",
         "conditions": ["renal-impairment"], "severity": "major", "effects": [], "mechanism": "Kidneys.", "management": "Reduce.",
         "evidence": [{"source": "D3", "section": "Kidneys", "states": "Care."}]},
        {"id": "baclofen-glucose", "of": {"ingredient": "baclofen"}, "kind": "laboratory", "severity": "minor",
         "effects": [], "management": "Know.", "evidence": [{"source": "D3", "section": "Tests", "states": "May rise."}]}]})"},
      {"baclofen/examples.json", R"({"schema": 1, "examples": [
        {"description": "an MAO inhibitor", "question": {"medications": ["Lioresal", "phenelzine"]},
         "expect": {"interactions": [{"rules": {"baclofen-maoi": "major"}, "medications": [0, 1]}]}},
        {"description": "two that do not interact", "question": {"medications": ["selegiline", "phenelzine"]}, "expect": {}},
        {"description": "the kidneys", "question": {"medications": ["baclofen"], "conditions": ["kidney disease"]},
         "expect": {"precautions": [{"rules": {"baclofen-renal-impairment": "major"}, "medications": [0]}]}}]})"},
  };
}

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

  /// Texts of medications, and of conditions: enough for examples.
  static Question read_small_question(const JsonNode& node) {
    Question question;
    for (const std::string& text : node.required_strings("medications", Repeats::allowed))
      question.medications.emplace_back().text = text;
    for (const JsonNode& condition : node.optional_array("conditions")) {
      if (!question.patient) question.patient.emplace();
      question.patient->conditions.emplace_back().text = condition.as_string();
    }
    return question;
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
