#include "fhir/drug_reader.h"

#include <algorithm>
#include <optional>

#include "check/question.h"
#include "naming/visible_text.h"

namespace crosscheck {
namespace {

using Ingredients = std::vector<IngredientId>;

Ingredients all_of(const Recognition& recognition) {
  Ingredients all;
  for (const auto& part : recognition.parts)
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

bool is_sure(const Recognition& recognition) {
  return !recognition.parts.empty() && recognition.unknown_words.empty() &&
         recognition.recognised != Recognised::corrected &&
         recognition.recognised != Recognised::ambiguous;
}

// Both drugs, where one resource names two: the recogniser then says whether they are
// the same.
void join(Concept& to, Concept other) {
  if (to.text.empty())
    to.text = std::move(other.text);
  else if (!other.text.empty() && other.text != to.text)
    to.text += " / " + other.text;
  to.codings.insert(to.codings.end(), other.codings.begin(), other.codings.end());
}

}  // namespace

Concept DrugReader::read(const Resource& resource) const {
  if (resource.type == "Medication")
    return or_name_of(read_medication(resource), resource.name());
  const JsonNode& node = resource.node;
  Concept drug = read_concept(node, "medicationCodeableConcept");
  if (const auto reference = node.optional_object("medicationReference"))
    join(drug, read_reference(*reference, resource));
  if (const auto either = node.optional_object("medication")) {
    join(drug, read_concept(*either, "concept"));
    if (const auto reference = either->optional_object("reference"))
      join(drug, read_reference(*reference, resource));
  }
  return or_name_of(std::move(drug), resource.name());
}

// Thousands may be left out, and all of them refer to one Medication: to understand its
// ingredients each time would take too long.
std::string DrugReader::name(const Resource& resource) const {
  DrugReader plain = *this;
  plain.with_ingredients_ = false;
  return plain.read(resource).words();
}

Concept DrugReader::read_reference(const JsonNode& reference,
                                   const Resource& from) const {
  Concept words = read_reference_words(reference);
  const std::string target = reference.optional_text("reference");
  const Resource* found = target.empty() ? nullptr : resources_.resolve(target, from);
  if (found == nullptr || found->type != "Medication")
    return target.empty() ? words : or_name_of(std::move(words), target);
  Concept drug = read_medication(*found);
  if (drug.text.empty()) join(drug, std::move(words));
  return or_name_of(std::move(drug), target);
}

Concept DrugReader::read_medication(const Resource& medication) const {
  Concept code = read_concept(medication.node, "code");
  std::string ingredients;
  if (with_ingredients_) ingredients = name_ingredients(medication, code);
  if (!ingredients.empty()) code.text = std::move(ingredients);
  return code;
}

// The names of the active ingredients, or "" where the code says as much.
std::string DrugReader::name_ingredients(const Resource& medication,
                                         const Concept& code) const {
  const auto elements = medication.node.optional_array("ingredient");
  if (elements.empty()) return {};
  const Ingredients coded =
      all_of(rules_.recogniser().recognise(code.text, code.codings));
  std::string names;
  bool says_more = coded.empty();
  for (const JsonNode& element : elements) {
    if (element.is_object() && !element.optional_bool("isActive").value_or(true))
      continue;
    const Concept ingredient = read_ingredient(element, medication);
    const auto recognition =
        rules_.recogniser().recognise(ingredient.text, ingredient.codings);
    std::string name;
    for (const IngredientId id : all_of(recognition)) {
      if (std::find(coded.begin(), coded.end(), id) == coded.end()) says_more = true;
      name += (name.empty() ? "" : " / ") + rules_.knowledge().ingredient(id).name;
    }
    if (!is_sure(recognition)) name = ingredient.words();
    if (length_in_characters(names) + length_in_characters(name) > kLongestText) {
      element.report("",
                     "ingredients whose names have up to " +
                         std::to_string(kLongestText) + " characters",
                     "more");
      break;
    }
    names += (names.empty() ? "" : " / ") + name;
  }
  return says_more ? names : std::string();
}

Concept DrugReader::read_ingredient(const JsonNode& ingredient,
                                    const Resource& medication) const {
  if (!ingredient.is_object()) {
    ingredient.report("", "an object");
    return or_name_of({}, ingredient.pointer());
  }
  Concept item = read_concept(ingredient, "itemCodeableConcept");
  const auto add_reference = [&](const JsonNode& reference) {
    const std::string target = reference.optional_text("reference");
    const Resource* found = resources_.resolve(target, medication);
    Concept code = read_reference_words(reference);
    if (found != nullptr && found->node.has("code")) {
      // In R5 the code of a Substance may itself be a definition by reference.
      const auto code_node = found->node.optional_object("code");
      const bool nested = code_node && code_node->has("concept");
      code = nested ? read_concept(*code_node, "concept")
                    : read_concept(found->node, "code");
    }
    join(item, or_name_of(std::move(code), target));
  };
  if (const auto reference = ingredient.optional_object("itemReference"))
    add_reference(*reference);
  if (const auto either = ingredient.optional_object("item")) {
    join(item, read_concept(*either, "concept"));
    if (const auto reference = either->optional_object("reference"))
      add_reference(*reference);
  }
  return or_name_of(std::move(item), ingredient.pointer());
}

}  // namespace crosscheck
