#include "knowledge/knowledge_base.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "small_rules.h"

namespace crosscheck {
namespace {

TEST_CASE("KnowledgeBase links classes, rules and packs") {
  const auto rules = small_rules();
  const KnowledgeBase& knowledge = rules->knowledge();
  const auto id = [&](const char* key) { return *knowledge.find_ingredient(key); };
  CHECK(!knowledge.find_ingredient("bacl"));
  CHECK(knowledge.find_class("opioids") == nullptr);

  std::vector<std::string> ids;
  for (const Interaction* rule : knowledge.between(id("morphine"), id("baclofen")))
    ids.push_back(rule->id);
  CHECK(ids == std::vector<std::string>{"baclofen-cns", "baclofen-opioid", "cns-cns"});
  CHECK(knowledge.between(id("baclofen"), id("baclofen")).empty());
  CHECK(knowledge.between(id("phenelzine"), id("ethanol")).empty());

  std::vector<std::string> classes;
  for (const DrugClass* drug_class : knowledge.classes_of(id("diazepam")))
    classes.push_back(drug_class->key);
  CHECK(classes == std::vector<std::string>{"benzodiazepine", "cns-depressant"});
  CHECK(knowledge.members(*knowledge.find_class("cns-depressant")).size() == 8);

  CHECK(knowledge.is_covered(id("ibuprofen")));
  CHECK(!knowledge.is_covered(id("insulin")));
  CHECK(knowledge.precautions_of(id("baclofen")).front()->id == "baclofen-allergy");
  const AnyRule found = knowledge.find_rule("maoi-cns");
  const auto* rule = *std::get_if<const Interaction*>(&found);
  REQUIRE(rule != nullptr);
  CHECK(&knowledge.pack_of(rule->id) == &knowledge.packs().front());
  CHECK(std::holds_alternative<std::monostate>(knowledge.find_rule("none")));
}

TEST_CASE("allows_route: a rule says what an unstated route means") {
  const auto allows = [](std::vector<std::string> routes, const char* route) {
    return allows_route({Participant::Kind::ingredient, "x", {}, std::move(routes)}, route);
  };
  CHECK(allows({}, ""));
  CHECK(allows({}, "oral"));
  CHECK(allows({"oral"}, "oral"));
  CHECK(!allows({"oral"}, "intrathecal"));
  CHECK(!allows({"oral"}, ""));
  CHECK(allows({"oral", "unstated"}, ""));
}

}  // namespace
}  // namespace crosscheck
