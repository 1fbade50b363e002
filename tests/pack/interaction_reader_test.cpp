// One broken fixture for each message.
#include "pack/interaction_reader.h"

#include <doctest/doctest.h>

#include "rules_fixture.h"

namespace crosscheck {
namespace {

TEST_CASE("interactions.json: what is refused") {
  const std::string file = "baclofen/interactions.json";
  check_broken_rules({
      {"an unknown member",
       file,
       R"("severity": "major",)",
       R"("severity": "major", "since": "1999",)",
       {file + ": /interactions/0/since: expected a member named id between severity "
               "interruptive onset effects mechanism management consumer evidence; found "
               "\"since\""}},
      {"an interruption that is neither yes nor no",
       file,
       R"("severity": "major",)",
       R"("severity": "major", "interruptive": "no",)",
       {file + ": /interactions/0/interruptive: expected true or false; found \"no\""}},
      {"an onset that is none",
       file,
       R"("severity": "major",)",
       R"("severity": "major", "onset": "soon",)",
       {file + ": /interactions/0/onset: expected one of \"rapid\", \"delayed\"; found "
               "\"soon\""}},
      {"a level of evidence that is none",
       file,
       R"("states": "Care.")",
       R"("level": "sure", "states": "Care.")",
       {file + ": /interactions/0/evidence/0/level: expected one of \"established\", "
               "\"probable\", \"suspected\"; found \"sure\""}},
      {"no management",
       file,
       R"("management": "Take care.")",
       R"("management": "")",
       {file + ": /interactions/0/management: expected a non-empty string; found \"\""}},
      {"words for the patient without an end",
       file,
       R"("management")",
       R"("consumer": "Ask your doctor", "management")",
       {file + ": /interactions/0/consumer: expected sentences of up to 400 bytes that "
               "begin with a capital letter and end with . ! or ?; found \"Ask your "
               "doctor\""}},
      {"an empty mechanism",
       file,
       R"("management")",
       R"("mechanism": "", "management")",
       {file + ": /interactions/0/mechanism: expected a non-empty string; found \"\""}},
      {"a severity that is none",
       file,
       R"("severity": "major")",
       R"("severity": "severe")",
       {file + ": /interactions/0/severity: expected one of \"contraindicated\", "
               "\"major\", \"moderate\", \"minor\"; found \"severe\""}},
      {"a severity below that of its evidence",
       file,
       R"("severity": "major")",
       R"("severity": "minor")",
       {file + ": /interactions/0/severity: expected \"moderate\" or worse, as the "
               "evidence of this rule says; found \"minor\""}},
      {"no effect",
       file,
       R"(["cns-depression"])",
       "[]",
       {file + ": /interactions/0/effects: expected at least one effect; found []"}},
      {"an effect that is not known",
       file,
       R"(["cns-depression"])",
       R"(["cns-depresion"])",
       {file + ": /interactions/0/effects/0: expected an effect key; found "
               "\"cns-depresion\" (did you mean \"cns-depression\"?)"}},
      {"an effect twice",
       file,
       R"(["cns-depression"])",
       R"(["cns-depression", "cns-depression"])",
       {file + ": /interactions/0/effects/1: expected each string once; found "
               "\"cns-depression\" of 0 again"}},
      {"an ingredient that is not known",
       file,
       R"("ingredient": "baclofen")",
       R"("ingredient": "baclofin")",
       {file +
        ": /interactions/0/between/0/ingredient: expected an ingredient key; found "
        "\"baclofin\" (did you mean \"baclofen\"?)"}},
      {"a class that is not known",
       file,
       R"("class": "maoi")",
       R"("class": "maoii")",
       {file + ": /interactions/0/between/1/class: expected a class key; found \"maoii\" "
               "(did you mean \"maoi\"?)"}},
      {"neither an ingredient nor a class",
       file,
       R"({"class": "maoi"})",
       R"({})",
       {file +
        ": /interactions/0/between/1: expected either \"ingredient\" or \"class\"; "
        "found neither"}},
      {"both an ingredient and a class",
       file,
       R"({"class": "maoi"})",
       R"({"class": "maoi", "ingredient": "selegiline"})",
       {file +
        ": /interactions/0/between/1: expected either \"ingredient\" or \"class\"; "
        "found both"}},
      {"a participant that is no object",
       file,
       R"({"class": "maoi"})",
       R"("maoi")",
       {file + ": /interactions/0/between/1: expected an object; found \"maoi\""}},
      {"three participants",
       file,
       R"({"class": "maoi"})",
       R"({"class": "maoi"}, {"class": "maoi-b"})",
       {file + ": /interactions/0/between: expected two participants; found 3"}},
      {"an ingredient with itself",
       file,
       R"({"class": "maoi"})",
       R"({"ingredient": "baclofen"})",
       {file + ": /interactions/0/between: expected two drugs that differ; found "
               "\"baclofen\" with itself"}},
      {"an ingredient with a class of nothing else",
       file,
       R"({"ingredient": "baclofen"}, {"class": "maoi"})",
       R"({"ingredient": "selegiline"}, {"class": "maoi-b"})",
       {file + ": /interactions/0/between: expected two drugs that differ; found "
               "\"selegiline\" with itself"}},
      {"an exception beside an ingredient",
       file,
       R"({"ingredient": "baclofen"})",
       R"({"ingredient": "baclofen", "except": ["selegiline"]})",
       {file + ": /interactions/0/between/0/except: expected no such member beside "
               "\"ingredient\"; found [\"selegiline\"]"}},
      {"an exception that is not in the class",
       file,
       R"({"class": "maoi"})",
       R"({"class": "maoi", "except": ["baclofen"]})",
       {file + ": /interactions/0/between/1/except/0: expected an ingredient of class "
               "\"maoi\"; found \"baclofen\""}},
      {"an exception that is not known",
       file,
       R"({"class": "maoi"})",
       R"({"class": "maoi", "except": ["selegilin"]})",
       {file + ": /interactions/0/between/1/except/0: expected an ingredient of class "
               "\"maoi\"; found \"selegilin\" (did you mean \"selegiline\"?)"}},
      {"all left out",
       file,
       R"({"class": "maoi"})",
       R"({"class": "maoi", "except": ["selegiline", "phenelzine"]})",
       {file +
        ": /interactions/0/between/1/except: expected at least one ingredient that "
        "is not left out; found none"}},
      {"a route that is not known",
       file,
       R"({"class": "maoi"})",
       R"({"class": "maoi", "route": ["unstated", "orall"]})",
       {file +
        ": /interactions/0/between/1/route/1: expected a route key or \"unstated\"; "
        "found \"orall\" (did you mean \"oral\"?)"}},
      {"an empty list of routes",
       file,
       R"({"class": "maoi"})",
       R"({"class": "maoi", "route": []})",
       {file +
        ": /interactions/0/between/1/route: expected at least one route; found []"}},
      {"no evidence",
       file,
       R"([{"source": "D3", "section": "Interactions", "severity": "moderate", "states": "Care."}])",
       "[]",
       {file + ": /interactions/0/evidence: expected at least one source that says so; "
               "found []"}},
      {"evidence that is missing",
       file,
       R"("evidence")",
       R"("evidense")",
       {file + ": /interactions/0/evidence: expected an array; found nothing",
        file + ": /interactions/0/evidense: expected a member named id between severity "
               "interruptive onset effects mechanism management consumer evidence; found "
               "\"evidense\""}},
      {"evidence that names no source",
       file,
       R"("source": "D3")",
       R"("source": "D33")",
       {file + ": /interactions/0/evidence/0/source: expected a source id of this pack; "
               "found \"D33\" (did you mean \"D3\"?)"}},
      {"evidence that states nothing",
       file,
       R"("states": "Care.")",
       R"("states": "")",
       {file + ": /interactions/0/evidence/0/states: expected a non-empty string; found "
               "\"\""}},
      {"evidence of an unknown severity",
       file,
       R"("severity": "moderate")",
       R"("severity": "»")",
       {file + ": /interactions/0/evidence/0/severity: expected one of "
               "\"contraindicated\", \"major\", \"moderate\", \"minor\"; found \"»\""}},
      {"an id that is not in kebab case",
       "baclofen/precautions.json",
       R"("id": "baclofen-glucose")",
       R"("id": "baclofen--glucose")",
       {"baclofen/precautions.json: /precautions/1/id: expected small letters and digits "
        "in words joined by single hyphens; found \"baclofen--glucose\""}},
      {"an id that a precaution has too",
       "baclofen/precautions.json",
       R"("id": "baclofen-glucose")",
       R"("id": "baclofen-maoi")",
       {"baclofen/precautions.json: /precautions/1/id: expected an unused rule id; found "
        "\"baclofen-maoi\", which is taken by baclofen/interactions.json: "
        "/interactions/0"}},
  });
}

// A second rule, between the participants given, before the one of the sound rules.
std::string another(const std::string& between) {
  return R"("interactions": [{"id": "another", "between": [)" + between +
         R"(], "severity": "major", "effects": ["cns-depression"], "management": "x",
            "evidence": [{"source": "D3", "section": "x", "states": "x"}]}, )";
}

TEST_CASE("interactions.json: a pair stated twice") {
  const std::string file = "baclofen/interactions.json";
  const std::string start = R"("interactions": [)";
  const std::string said = file +
                           ": /interactions/1/between: expected an unused pair; "
                           "found \"class maoi with ingredient baclofen\", which is "
                           "taken by baclofen/interactions.json: /interactions/0";
  check_broken_rules({
      {"in the same order",
       file,
       start,
       another(R"({"ingredient": "baclofen"}, {"class": "maoi"})"),
       {said}},
      {"in the other order",
       file,
       start,
       another(R"({"class": "maoi"}, {"ingredient": "baclofen"})"),
       {said}},
  });
}

TEST_CASE("interactions.json: a pair with other exceptions or routes is another pair") {
  const std::string file = "baclofen/interactions.json";
  const std::string start = R"("interactions": [)";
  const RulesOnDisk rules;
  rules.change(
      file, start,
      another(
          R"({"class": "maoi", "except": ["selegiline"]}, {"ingredient": "baclofen"})"));
  rules.change(file, R"("another")", R"("without-selegiline")");
  rules.change(
      file, start,
      another(R"({"class": "maoi", "route": ["oral"]}, {"ingredient": "baclofen"})"));
  rules.change(
      "baclofen/examples.json", R"({"baclofen-maoi": "major"})",
      R"({"without-selegiline": "major", "another": "major", "baclofen-maoi": "major"})");
  rules.change("baclofen/examples.json", R"("phenelzine"])", R"("Nardil po"])");
  CHECK(rules.problems() == "");
}

}  // namespace
}  // namespace crosscheck
