#include "naming/recogniser.h"

#include <algorithm>

#include "naming/code_index.h"
#include "naming/condition_index.h"
#include "naming/folded_text.h"
#include "naming/name_index.h"
#include "naming/order_lexicon.h"
#include "naming/slip_finder.h"
#include "naming/text_recogniser.h"

namespace crosscheck {
namespace {

using Ingredients = std::vector<IngredientId>;

void add_all(Ingredients& to, const Ingredients& from) {
  to.insert(to.end(), from.begin(), from.end());
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
}

Ingredients all_of(const Recognition& recognition) {
  Ingredients all;
  for (const auto& part : recognition.parts) add_all(all, part);
  return all;
}

bool contains(const Ingredients& all, const Ingredients& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace

Recogniser::Recogniser(const KnowledgeBase& knowledge)
    : knowledge_(knowledge),
      names_(std::make_unique<NameIndex>(knowledge)),
      lexicon_(std::make_unique<OrderLexicon>(knowledge.terminology())),
      slips_(std::make_unique<SlipFinder>(*names_, knowledge.terminology().look_alikes)),
      codes_(std::make_unique<CodeIndex>(knowledge)),
      conditions_(std::make_unique<ConditionIndex>(knowledge.terminology().conditions)) {}

Recogniser::~Recogniser() = default;

Recognition Recogniser::recognise(std::string_view text,
                                  std::span<const Coding> codings) const {
  const TextRecogniser texts(knowledge_, *names_, *lexicon_, *slips_);
  if (codings.empty()) return texts.recognise(text);

  Recognition by_code = recognise_codings(codings);
  Recognition by_text = texts.recognise(text);
  for (const Coding& coding : codings) {
    if (by_text.parts.empty() && !coding.display.empty())
      by_text = texts.recognise(coding.display);
  }
  if (by_code.parts.empty()) {
    if (by_text.parts.empty() && by_code.recognised == Recognised::ambiguous)
      return by_code;
    return by_text;
  }
  if (!by_text.route.empty()) by_code.route = by_text.route;
  if (by_text.parts.empty()) return by_code;
  return reconciled(std::move(by_code), std::move(by_text));
}

// The one that says more counts; where neither contains the other they
// contradict one another, and both count.
Recognition Recogniser::reconciled(Recognition by_code, Recognition by_text) const {
  const Ingredients coded = all_of(by_code), written = all_of(by_text);
  by_code.unknown_words = by_text.unknown_words;
  if (contains(coded, written)) return by_code;
  if (contains(written, coded)) return by_text;
  Ingredients both = coded;
  add_all(both, written);
  by_code.parts = {both};
  by_code.recognised = Recognised::ambiguous;
  by_code.suggestions.clear();
  for (const IngredientId id : both)
    by_code.suggestions.push_back(knowledge_.ingredient(id).name);
  return by_code;
}

Recognition Recogniser::recognise_codings(std::span<const Coding> codings) const {
  Recognition recognition;
  std::vector<Ingredients> meanings;
  for (const Coding& coding : codings) {
    for (const CodeMeaning& meaning : codes_->find(coding)) {
      meanings.push_back(meaning.ingredients);
      if (recognition.route.empty()) recognition.route = meaning.route;
    }
    if (meanings.empty()) {
      constexpr std::size_t kMost = 5;
      recognition.suggestions = codes_->names_in_group(coding, kMost);
      if (!recognition.suggestions.empty())
        recognition.recognised = Recognised::ambiguous;
    }
  }
  if (meanings.empty()) return recognition;
  Ingredients all;
  bool agree = true;
  for (const Ingredients& meaning : meanings) {
    agree = agree && (contains(meaning, all) || contains(all, meaning));
    add_all(all, meaning);
  }
  recognition.parts = {all};
  recognition.recognised = agree ? Recognised::code : Recognised::ambiguous;
  recognition.suggestions.clear();
  for (const IngredientId id : all) {
    if (!agree) recognition.suggestions.push_back(knowledge_.ingredient(id).name);
  }
  return recognition;
}

std::string Recogniser::find_route(std::string_view text) const {
  const auto word = lexicon_->find(FoldedText(text).joined());
  return word.kind == OrderLexicon::Kind::route ? word.route->key : std::string{};
}

std::vector<std::string> Recogniser::brands_of(IngredientId id) const {
  std::vector<std::string> brands;
  const std::string& key = knowledge_.ingredient(id).key;
  for (const Product& product : knowledge_.terminology().products) {
    const auto& keys = product.ingredients;
    if (std::find(keys.begin(), keys.end(), key) != keys.end())
      brands.insert(brands.end(), product.brands.begin(), product.brands.end());
  }
  std::sort(brands.begin(), brands.end());
  brands.erase(std::unique(brands.begin(), brands.end()), brands.end());
  return brands;
}

}  // namespace crosscheck
