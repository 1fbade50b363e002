// One broken fixture for each message.
#include "pack/pack_reader.h"

#include <doctest/doctest.h>

#include "rules_fixture.h"

namespace crosscheck {
namespace {

TEST_CASE("release.json and pack.json: what is refused") {
  const std::string release = "release.json";
  const std::string pack = "baclofen/pack.json";
  check_broken_rules({
      {"a version that is none",
       release,
       R"("2026.11.1")",
       R"("2026.11")",
       {release + ": /version: expected a version such as \"2026.11.1\"; found "
                  "\"2026.11\""}},
      {"a day that the calendar does not have",
       release,
       R"("2026-11-22")",
       R"("2026-11-31")",
       {release + ": /date: expected an ISO 8601 date such as \"2026-11-22\"; found "
                  "\"2026-11-31\""}},
      {"an unknown member",
       release,
       R"("date")",
       R"("day")",
       {release + ": /date: expected a non-empty string; found nothing",
        release + ": /day: expected a member named schema version date valid_until; "
                  "found \"day\""}},
      {"a last day before the release",
       release,
       R"("date")",
       R"("valid_until": "2026-11-21", "date")",
       {release + ": /valid_until: expected the day of date or a later one; found "
                  "\"2026-11-21\""}},
      {"an id that is not the folder",
       pack,
       R"("id": "baclofen")",
       R"("id": "baclofin")",
       {pack + ": /id: expected the name of its folder, \"baclofen\"; found "
               "\"baclofin\""}},
      {"an unknown member",
       pack,
       R"("title": "Baclofen",)",
       R"("title": "Baclofen", "author": "x",)",
       {pack + ": /author: expected a member named schema id version title licence "
               "reviewed sources; found \"author\""}},
      {"a version that is none",
       pack,
       R"("1.0.0")",
       R"("1..0")",
       {pack + ": /version: expected a version such as \"2026.11.1\"; found \"1..0\""}},
      {"no licence",
       pack,
       R"("licence": "own")",
       R"("licence": "")",
       {pack + ": /licence: expected a non-empty string; found \"\""}},
      {"not reviewed",
       pack,
       R"({"by": "nobody", "on": "2026-11-22"})",
       "null",
       {pack + ": /reviewed: expected an object; found null"}},
      {"reviewed in a month",
       pack,
       R"("2026-11-22")",
       R"("2026-11")",
       {pack + ": /reviewed/on: expected an ISO 8601 date such as \"2026-11-22\"; found "
               "\"2026-11\""}},
      {"a source of a bad date",
       pack,
       R"("2015-05")",
       R"("May 2015")",
       {pack +
        ": /sources/0/date: expected an ISO 8601 date, month or year, or \"\"; found "
        "\"May 2015\""}},
      {"a source without a place",
       pack,
       R"(, "location": "d3.txt")",
       "",
       {pack + ": /sources/0/location: expected a non-empty string; found nothing"}},
      {"a source twice",
       pack,
       R"("sources": [)",
       R"("sources": [{"id": "D3", "title": "x", "publisher": "", "date": "", "location": "x"}, )",
       {pack +
        ": /sources/1/id: expected an unused source id of this pack; found \"D3\", "
        "which is taken by baclofen/pack.json: /sources/0"}},
  });
}

TEST_CASE("a pack file that cannot be read raises no other problem") {
  const RulesOnDisk rules;
  for (const char* name : {"pack", "interactions", "precautions", "examples"}) {
    const std::string file = "baclofen/" + std::string(name) + ".json";
    CAPTURE(file);
    const std::string sound = sound_rules().at(file);
    rules.write(file, "[");
    CHECK(rules.problems() ==
          file + ": (document): expected a JSON document; found only a part of one\n");
    rules.write(file, sound);
  }
}

TEST_CASE("an id that another pack has") {
  const RulesOnDisk rules;
  for (const char* name : {"pack", "interactions", "precautions", "examples"})
    rules.write("second/" + std::string(name) + ".json",
                sound_rules().at("baclofen/" + std::string(name) + ".json"));
  rules.change("second/pack.json", R"("id": "baclofen")", R"("id": "second")");
  CHECK(rules.problems() ==
        "second/interactions.json: /interactions/0/id: expected an unused rule id; found "
        "\"baclofen-maoi\", which is taken by baclofen/interactions.json: "
        "/interactions/0\n"
        "second/precautions.json: /precautions/0/id: expected an unused rule id; found "
        "\"baclofen-renal-impairment\", which is taken by baclofen/precautions.json: "
        "/precautions/0\n"
        "second/precautions.json: /precautions/1/id: expected an unused rule id; found "
        "\"baclofen-glucose\", which is taken by baclofen/precautions.json: "
        "/precautions/1\n");
}

}  // namespace
}  // namespace crosscheck
