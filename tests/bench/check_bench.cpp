// Times the steps of one check, side by side in one run.
#include <chrono>
#include <cstdio>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "api/question_reader.h"
#include "api/report_writer.h"
#include "check/checker.h"
#include "check/interaction_finder.h"
#include "hook_bench.h"
#include "import_bench.h"
#include "json/json_reader.h"
#include "naming/name_search.h"
#include "pack/rules_loader.h"

namespace {

using namespace crosscheck;
using Clock = std::chrono::steady_clock;

double nanoseconds_each(int rounds, const std::function<void()>& work) {
  double best = 1e300;
  for (int repeat = 0; repeat < 5; ++repeat) {
    const auto begun = Clock::now();
    for (int i = 0; i < rounds; ++i) work();
    const std::chrono::duration<double, std::nano> spent = Clock::now() - begun;
    best = std::min(best, spent.count() / rounds);
  }
  return best;
}

void report(const char* what, double nanoseconds) {
  std::printf("%-46s %10.0f ns\n", what, nanoseconds);
}

Question read(const std::string& body) {
  Problems problems;
  const auto json = read_json(body, "request body", problems);
  return read_question(JsonNode(*json, "request body", problems));
}

std::string body_of(std::size_t length) {
  const std::vector<std::string> names{"Lioresal 10 mg tablet", "Nardil 15 mg",
                                       "diazepam 5 mg", "lisinopril 10 mg tablet",
                                       "ibuprofen 400 mg"};
  std::string body = R"({"medications":[)";
  for (std::size_t i = 0; i < length; ++i)
    body += (i == 0 ? "\"" : ",\"") + names[i % names.size()] + "\"";
  return body + "]}";
}

void time_steps(const RulesInForce& rules) {
  const std::string body = body_of(5);
  const Question question = read(body);
  const Report answer = check(rules, question);
  std::string out;
  report("read the question (5 drugs)", nanoseconds_each(2000, [&] { read(body); }));
  report("recognise an exact name", nanoseconds_each(20000, [&] {
           rules.recogniser().recognise("amitriptyline", {});
         }));
  report("recognise the text of an order", nanoseconds_each(20000, [&] {
           rules.recogniser().recognise("Lioresal 10 mg tablet", {});
         }));
  report("recognise a misspelling", nanoseconds_each(200, [&] {
           rules.recogniser().recognise("amitriptilin", {});
         }));
  report("recognise nothing, with suggestions",
         nanoseconds_each(200, [&] { rules.recogniser().recognise("frobnicatol", {}); }));
  report("check (5 drugs)", nanoseconds_each(2000, [&] { check(rules, question); }));
  report("write the answer", nanoseconds_each(2000, [&] {
           out.clear();
           write_report(rules, question, answer, out);
         }));
  std::printf("%-46s %10zu bytes\n", "the answer", out.size());
}

// 100,000 names made of syllables, as drug names are.
Terminology many_names() {
  const std::vector<std::string> syllables{
      "ba",  "clo", "fen", "dia", "ze",   "pam", "mor", "phi", "ne", "lor", "tri",
      "pty", "li",  "sar", "tan", "pril", "ol",  "ide", "ka",  "xo", "vu"};
  Terminology terminology;
  std::mt19937 random(20261122);
  std::set<std::string> names;
  while (names.size() < 100'000) {
    std::string name;
    for (std::size_t n = 3 + random() % 3; n > 0; --n)
      name += syllables[random() % syllables.size()];
    names.insert(name);
  }
  for (const std::string& name : names)
    terminology.ingredients.push_back({name, name, {}, {}, {}});
  return terminology;
}

void time_many_names() {
  const KnowledgeBase knowledge(many_names(), {});
  const Recogniser recogniser(knowledge);
  const std::string& name = knowledge.terminology().ingredients[51'234].name;
  report("100,000 names: exact",
         nanoseconds_each(20000, [&] { recogniser.recognise(name, {}); }));
  report("100,000 names: a misspelling",
         nanoseconds_each(100, [&] { recogniser.recognise("lisarprilolk", {}); }));
  report("100,000 names: suggestions",
         nanoseconds_each(100, [&] { recogniser.recognise("frobnicatol", {}); }));
  report("100,000 names: search by prefix",
         nanoseconds_each(100, [&] { search_names(recogniser.names(), "lisar", 20); }));
  report("100,000 names: search by slip", nanoseconds_each(20, [&] {
           search_names(recogniser.names(), "lisqrpril", 20);
         }));
}

void time_growth(const RulesInForce& rules) {
  for (const std::size_t length : {5, 10, 50, 200}) {
    std::vector<Medication> list;
    for (std::size_t i = 0; i < length; ++i) {
      Medication medication;
      medication.position = i;
      medication.parts = {{IngredientId{
          static_cast<std::uint32_t>(i * 37 % rules.knowledge().ingredient_count())}}};
      list.push_back(std::move(medication));
    }
    const std::string what = "find interactions among " + std::to_string(length);
    report(what.c_str(),
           nanoseconds_each(500, [&] { find_interactions(rules.knowledge(), list); }));
  }
}

}  // namespace

int main() {
  Problems problems;
  const auto load = [&] {
    return load_rules(
        CROSSCHECK_SOURCE_DIR "/rules",
        [](const JsonNode& node) { return read_question(node); }, problems);
  };
  const auto rules = load();
  if (rules == nullptr) {
    std::cerr << "the rules do not load\n";
    return 1;
  }
  time_imports(rules->knowledge().terminology());
  report("load the rules", nanoseconds_each(1, [&] { load(); }));
  time_steps(*rules);
  time_hook_call(*rules);
  time_growth(*rules);
  time_many_names();
}
