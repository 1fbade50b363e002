#include "api/knowledge_writer.h"

#include <algorithm>

#include "api/ingredient_writer.h"
#include "api/optional_text.h"
#include "api/rule_writer.h"
#include "naming/name_search.h"

namespace crosscheck {
namespace {

void write_codings(const Ingredient& ingredient, JsonWriter& json) {
  const auto write = [&](std::string_view system, const std::vector<std::string>& codes) {
    for (const auto& code : codes) {
      json.begin_object();
      json.member("system", system);
      json.member("code", code);
      json.end_object();
    }
  };
  json.begin_array("codings");
  write("rxnorm", ingredient.rxnorm);
  write("atc", ingredient.atc);
  json.end_array();
}

// Ids of the rules of which `speaks_of(participant)` holds for any participant.
template <typename SpeaksOf>
void write_rule_ids(const KnowledgeBase& knowledge, SpeaksOf speaks_of,
                    JsonWriter& json) {
  json.begin_array("rules");
  for (const Pack& pack : knowledge.packs()) {
    for (const Interaction& rule : pack.interactions) {
      if (speaks_of(rule.between[0]) || speaks_of(rule.between[1])) json.string(rule.id);
    }
    for (const Precaution& rule : pack.precautions) {
      if (speaks_of(rule.of)) json.string(rule.id);
    }
    for (const CumulativeEffect& rule : pack.cumulative_effects) {
      const auto& all = rule.contributors;
      if (std::any_of(all.begin(), all.end(), [&](const Contributor& contributor) {
            return speaks_of(contributor.of);
          }))
        json.string(rule.id);
    }
  }
  json.end_array();
}

}  // namespace

void write_search(const RulesInForce& rules, std::string_view text, JsonWriter& json) {
  constexpr std::size_t kMostHits = 20;
  json.begin_object();
  json.begin_array("drugs");
  for (const NameHit& hit : search_names(rules.recogniser().names(), text, kMostHits)) {
    json.begin_object();
    json.member("matched", hit.name);
    json.begin_array("ingredients");
    for (const IngredientId id : hit.ingredients)
      write_ingredient(rules.knowledge(), id, json);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_drug(const RulesInForce& rules, IngredientId id, JsonWriter& json) {
  const KnowledgeBase& knowledge = rules.knowledge();
  const Ingredient& ingredient = knowledge.ingredient(id);
  json.begin_object();
  json.member("key", ingredient.key);
  json.member("name", ingredient.name);
  write_codings(ingredient, json);
  json.strings("synonyms", ingredient.synonyms);
  json.strings("brands", rules.recogniser().brands_of(id));
  json.begin_array("classes");
  for (const DrugClass* drug_class : knowledge.classes_of(id)) {
    json.begin_object();
    json.member("key", drug_class->key);
    json.member("name", drug_class->name);
    json.end_object();
  }
  json.end_array();
  json.member("covered", knowledge.is_covered(id));
  write_rule_ids(
      knowledge,
      [&](const Participant& participant) { return knowledge.includes(participant, id); },
      json);
  json.end_object();
}

void write_class_list(const KnowledgeBase& knowledge, JsonWriter& json) {
  json.begin_object();
  json.begin_array("classes");
  for (const DrugClass& drug_class : knowledge.terminology().classes) {
    json.begin_object();
    json.member("key", drug_class.key);
    json.member("name", drug_class.name);
    json.member("members", knowledge.members(drug_class).size());
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_class(const KnowledgeBase& knowledge, const DrugClass& drug_class,
                 JsonWriter& json) {
  json.begin_object();
  json.member("key", drug_class.key);
  json.member("name", drug_class.name);
  json.strings("contains", drug_class.contains);
  json.begin_array("members");
  for (const IngredientId id : knowledge.members(drug_class))
    write_ingredient(knowledge, id, json);
  json.end_array();
  write_rule_ids(
      knowledge,
      [&](const Participant& participant) {
        return participant.kind == Participant::Kind::drug_class &&
               participant.key == drug_class.key;
      },
      json);
  json.end_object();
}

void write_source_list(const KnowledgeBase& knowledge, JsonWriter& json) {
  json.begin_object();
  json.begin_array("sources");
  for (const Pack& pack : knowledge.packs()) {
    for (const Source& source : pack.sources) write_source(pack, source, json);
  }
  json.end_array();
  json.end_object();
}

void write_knowledge(const RulesInForce& rules, JsonWriter& json) {
  const KnowledgeBase& knowledge = rules.knowledge();
  json.begin_object();
  json.member("version", rules.version());
  json.member("date", rules.date());
  json.member("valid_until", known(rules.valid_until()));
  json.member("digest", rules.digest());
  json.begin_array("packs");
  for (const Pack& pack : knowledge.packs()) {
    json.begin_object();
    json.member("id", pack.id);
    json.member("version", pack.version);
    json.member("title", pack.title);
    json.member("licence", pack.licence);
    write_reviewed(pack, json);
    json.member("interactions", pack.interactions.size());
    json.member("precautions", pack.precautions.size());
    json.member("cumulative_effects", pack.cumulative_effects.size());
    json.end_object();
  }
  json.end_array();
  json.begin_array("terminology_packs");
  for (const TerminologyPack& pack : knowledge.terminology().packs) {
    json.begin_object();
    json.member("id", pack.id);
    json.member("version", pack.version);
    json.member("title", pack.title);
    json.member("licence", pack.licence);
    json.end_object();
  }
  json.end_array();
  json.member("local_policies", knowledge.policies().size());
  json.member("ingredients", knowledge.ingredient_count());
  json.member("classes", knowledge.terminology().classes.size());
  json.member("names", rules.recogniser().names().size());
  json.end_object();
}

}  // namespace crosscheck
