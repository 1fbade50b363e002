// Breaks the rules in three ways; each time an example must notice each of them.
// A rule that can be broken unseen has no proof.
//
// All rules are broken at once.  That is as good as one by one: an example tells
// every rule of every alert with its severity, and whether a rule stands in an
// alert, and how severe it is there, depends on no other rule.
#include <doctest/doctest.h>

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "api/question_reader.h"
#include "check/checker.h"
#include "pack/example_reader.h"
#include "pack/rules_directory.h"
#include "pack/rules_documents.h"
#include "terminology/own_rules.h"

namespace crosscheck {
namespace {

using Packs = std::vector<Pack>;

/// The examples of all packs, and the documents that they borrow.
class AllExamples {
 public:
  AllExamples()
      : files_(read_rules_directory(CROSSCHECK_SOURCE_DIR "/rules", problems_)),
        documents_(files_.files, problems_) {
    const auto read = [](const JsonNode& node) { return read_question(node); };
    KnownKeys ids("rule id");
    ids.set_unreadable();  // the loader has looked at them
    for (const std::string& folder : files_.packs) {
      const auto document = documents_.find(folder + "/examples.json");
      for (Example& example : read_examples(*document, ids, read))
        examples_.push_back(std::move(example));
    }
    REQUIRE(problems_.empty());
  }

  const std::vector<Example>& all() const { return examples_; }

 private:
  Problems problems_;
  RulesDirectory files_;
  RulesDocuments documents_;
  std::vector<Example> examples_;
};

template <typename Rules>
void find_missing(const std::vector<ExpectedAlert>& expected, std::size_t alert_count,
                  Rules rules_of, std::set<std::string>& noticed) {
  for (const ExpectedAlert& wanted : expected) {
    for (const auto& [id, severity] : wanted.rules) {
      bool found = false;
      for (std::size_t i = 0; i < alert_count; ++i)
        found = found || rules_of(i, wanted.medications, id, severity);
      if (!found) noticed.insert(id);
    }
  }
}

template <typename Rule>
bool has(const std::vector<const Rule*>& rules, const std::string& id,
         Severity severity) {
  for (const Rule* rule : rules) {
    if (rule->id == id && rule->severity == severity) return true;
  }
  return false;
}

/// Ids of the rules that an example misses, or finds in another severity.
std::set<std::string> noticed(const Packs& packs, const std::vector<Example>& examples) {
  const RulesInForce broken("0", "2026-11-22", "sha256:0",
                            own_rules().knowledge().terminology(), packs);
  std::set<std::string> noticed;
  for (const Example& example : examples) {
    const Report report = check(broken, example.question);
    find_missing(
        example.interactions, report.interactions.size(),
        [&](std::size_t i, const auto& positions, const auto& id, Severity severity) {
          const InteractionAlert& alert = report.interactions[i];
          return positions == std::vector{alert.first.position, alert.second.position} &&
                 has(alert.rules, id, severity);
        },
        noticed);
    find_missing(
        example.precautions, report.precautions.size(),
        [&](std::size_t i, const auto& positions, const auto& id, Severity severity) {
          const PrecautionAlert& alert = report.precautions[i];
          return positions == alert.medications && has(alert.rules, id, severity);
        },
        noticed);
    find_missing(
        example.cumulative_effects, report.cumulative_effects.size(),
        [&](std::size_t i, const auto& positions, const auto& id, Severity severity) {
          const CumulativeAlert& alert = report.cumulative_effects[i];
          return positions == alert.medications && alert.effect->id == id &&
                 alert.severity == severity;
        },
        noticed);
  }
  return noticed;
}

Severity one_lower(Severity severity) {
  return static_cast<Severity>(
      std::min(static_cast<int>(severity) + 1, static_cast<int>(Severity::minor)));
}

// A drug that no rule speaks of takes the place of a participant.
const Participant kOther{Participant::Kind::ingredient, "simethicone", {}, {}};

struct Mutation {
  std::string name;
  std::function<void(Pack&)> interactions;
  std::function<void(Pack&)> precautions;
  std::function<void(Pack&)> cumulative_effects;
};

const std::vector<Mutation>& mutations() {
  static const std::vector<Mutation> all{
      {"dropped", [](Pack& pack) { pack.interactions.clear(); },
       [](Pack& pack) { pack.precautions.clear(); },
       [](Pack& pack) { pack.cumulative_effects.clear(); }},
      {"one severity lower",
       [](Pack& pack) {
         for (auto& rule : pack.interactions) rule.severity = one_lower(rule.severity);
       },
       [](Pack& pack) {
         for (auto& rule : pack.precautions) rule.severity = one_lower(rule.severity);
       },
       [](Pack& pack) {
         for (auto& rule : pack.cumulative_effects) {
           if (!rule.major_from) rule.moderate_from.reset();
           rule.major_from.reset();
         }
       }},
      {"first participant swapped",
       [](Pack& pack) {
         for (auto& rule : pack.interactions) rule.between[0] = kOther;
       },
       [](Pack& pack) {
         for (auto& rule : pack.precautions) rule.of = kOther;
       },
       [](Pack& pack) {
         for (auto& rule : pack.cumulative_effects) rule.contributors[0].of = kOther;
       }},
      {"second participant swapped",
       [](Pack& pack) {
         for (auto& rule : pack.interactions) rule.between[1] = kOther;
       },
       [](Pack&) {}, [](Pack&) {}},
  };
  return all;
}

TEST_CASE("every broken rule makes an example fail") {
  const AllExamples examples;
  const auto sound = own_rules().knowledge().packs();
  const Packs packs(sound.begin(), sound.end());
  CHECK(noticed(packs, examples.all()).empty());
  for (const Mutation& mutation : mutations()) {
    CAPTURE(mutation.name);
    Packs changed = packs;
    for (Pack& pack : changed) {
      mutation.interactions(pack);
      mutation.precautions(pack);
    }
    const auto broken = noticed(changed, examples.all());
    // Apart, as an interaction may say already what adds up.
    changed = packs;
    for (Pack& pack : changed) mutation.cumulative_effects(pack);
    const auto broken_sums = noticed(changed, examples.all());

    const bool second = mutation.name == "second participant swapped";
    const bool lower = mutation.name == "one severity lower";
    for (const Pack& pack : packs) {
      for (const auto& rule : pack.interactions)
        CHECK_MESSAGE(
            (broken.contains(rule.id) || (lower && rule.severity == Severity::minor)),
            rule.id);
      for (const auto& rule : pack.precautions) {
        // Laboratory and activity notes come with every list: no example tells them.
        CHECK_MESSAGE((broken.contains(rule.id) || second || is_information(rule.kind) ||
                       (lower && rule.severity == Severity::minor)),
                      rule.id);
      }
      for (const auto& rule : pack.cumulative_effects)
        CHECK_MESSAGE((broken_sums.contains(rule.id) || second), rule.id);
    }
  }
}

}  // namespace
}  // namespace crosscheck
