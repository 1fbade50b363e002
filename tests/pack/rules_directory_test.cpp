#include "pack/rules_directory.h"

#include <doctest/doctest.h>

#include <functional>

#include "rules_fixture.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

TEST_CASE("read_rules_directory says what is missing and what does not belong") {
  struct Case {
    std::string description;
    std::function<void(const RulesOnDisk&)> change;
    std::string expected;
  };
  const Case cases[] = {
      {"the sound rules", [](const RulesOnDisk&) {}, ""},
      {"a release that is missing",
       [](const RulesOnDisk& rules) { fs::remove(rules.root() / "release.json"); },
       "release.json: (document): expected a file; found nothing\n"},
      {"a terminology file that is missing",
       [](const RulesOnDisk& rules) {
         fs::remove(rules.root() / "terminology/classes.json");
       },
       "terminology/classes.json: (document): expected a file; found nothing\n"},
      {"no terminology",
       [](const RulesOnDisk& rules) { fs::remove_all(rules.root() / "terminology"); },
       "terminology: (document): expected a folder; found nothing\n"},
      {"a pack file that is missing",
       [](const RulesOnDisk& rules) {
         fs::remove(rules.root() / "baclofen/precautions.json");
       },
       "baclofen/precautions.json: (document): expected a file; found nothing\n"},
      {"a folder of no pack",
       [](const RulesOnDisk& rules) { rules.write("drafts/notes.txt", "x"); },
       "drafts: (document): expected a folder with pack.json or terminology.json; found "
       "neither\n"},
      {"no pack",
       [](const RulesOnDisk& rules) { fs::remove_all(rules.root() / "baclofen"); },
       "RULES: (document): expected a folder with pack.json; found no pack\n"},
      {"a JSON file too many at the top",
       [](const RulesOnDisk& rules) { rules.write("interactions.json", "{}"); },
       "interactions.json: (document): expected only JSON files that belong here; found "
       "another\n"},
      {"a JSON file too many in a pack",
       [](const RulesOnDisk& rules) { rules.write("baclofen/precaution.json", "{}"); },
       "baclofen/precaution.json: (document): expected only JSON files that belong here; "
       "found another\n"},
      {"a JSON file too many in the terminology",
       [](const RulesOnDisk& rules) { rules.write("terminology/pack.json", "{}"); },
       "terminology/pack.json: (document): expected only JSON files that belong here; "
       "found another\n"},
      {"a folder in a pack",
       [](const RulesOnDisk& rules) { rules.write("baclofen/more/pack.json", "{}"); },
       "baclofen/more: (document): expected no folder here; found one\n"},
      {"a folder in the terminology",
       [](const RulesOnDisk& rules) {
         rules.write("terminology/old/classes.json", "{}");
       },
       "terminology/old: (document): expected no folder here; found one\n"},
      {"a folder in place of a file",
       [](const RulesOnDisk& rules) {
         fs::remove(rules.root() / "baclofen/precautions.json");
         fs::create_directory(rules.root() / "baclofen/precautions.json");
       },
       "baclofen/precautions.json: (document): expected a file; found nothing\n"
       "baclofen/precautions.json: (document): expected no folder here; found one\n"},
      {"other files, names with a dot and schema/ are passed over",
       [](const RulesOnDisk& rules) {
         rules.write("README.md", "x");
         rules.write("baclofen/notes.txt", "x");
         rules.write(".git/config.json", "x");
         rules.write("baclofen/.pack.json.swp", "x");
         rules.write("schema/pack.schema.json", "x");
       },
       ""},
      {"a link that leads back is not followed",
       [](const RulesOnDisk& rules) {
         fs::create_directory_symlink(rules.root(), rules.root() / "terminology/loop");
       },
       "terminology/loop: (document): expected no folder here; found one\n"},
      {"a link to itself",
       [](const RulesOnDisk& rules) {
         fs::remove(rules.root() / "baclofen/pack.json");
         fs::create_symlink("pack.json", rules.root() / "baclofen/pack.json");
       },
       "baclofen/pack.json: (document): expected a readable file; found Too many levels of "
       "symbolic links\n"},
      {"a link to nothing",
       [](const RulesOnDisk& rules) {
         fs::remove(rules.root() / "release.json");
         fs::create_symlink("nowhere", rules.root() / "release.json");
       },
       "release.json: (document): expected a readable file; found No such file or "
       "directory\n"},
      {"a link to a file elsewhere",
       [](const RulesOnDisk& rules) {
         rules.write(".data/release.json", sound_rules().at("release.json"));
         fs::remove(rules.root() / "release.json");
         fs::create_symlink(".data/release.json", rules.root() / "release.json");
       },
       ""},
      {"a file beyond 64 MiB",
       [](const RulesOnDisk& rules) {
         fs::resize_file(rules.root() / "release.json", (std::uintmax_t{64} << 20U) + 1);
       },
       "release.json: (document): expected a file of at most 64 MiB; found 67108865 "
       "bytes\n"},
      {"an empty file", [](const RulesOnDisk& rules) { rules.write("release.json", ""); },
       "release.json: (document): expected a JSON document; found nothing\n"},
      {"a file of no object",
       [](const RulesOnDisk& rules) { rules.write("release.json", "[1]"); },
       "release.json: (document): expected an object; found [1]\n"},
      {"no directory at all",
       [](const RulesOnDisk& rules) { fs::remove_all(rules.root()); },
       "RULES: (document): expected a readable folder; found No such file or directory\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.description);
    const RulesOnDisk rules;
    c.change(rules);
    CHECK(rules.problems() == c.expected);
  }
}

TEST_CASE("problems of all files come at once, in the order of files and places") {
  const RulesOnDisk rules;
  rules.write("terminology/extra.json", "{}");
  rules.change("release.json", "2026-11-22", "22 Nov");
  rules.change("baclofen/interactions.json", R"("class": "maoi")", R"("class": "mao")");
  rules.change("baclofen/interactions.json", R"("severity": "major")",
               R"("severity": 1)");
  CHECK(
      rules.problems() ==
      "baclofen/interactions.json: /interactions/0/between/1/class: expected a class "
      "key; found \"mao\" (did you mean \"maoi\"?)\n"
      "baclofen/interactions.json: /interactions/0/severity: expected one of "
      "\"contraindicated\", \"major\", \"moderate\", \"minor\"; found 1\n"
      "release.json: /date: expected an ISO 8601 date such as \"2026-11-22\"; found \"22 "
      "Nov\"\n"
      "terminology/extra.json: (document): expected only JSON files that belong here; "
      "found another\n");
}

}  // namespace
}  // namespace crosscheck
