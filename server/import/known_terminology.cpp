#include "import/known_terminology.h"

#include <algorithm>
#include <utility>

#include "naming/folded_text.h"
#include "naming/order_text.h"

namespace crosscheck {
namespace {

using Kind = NameMeaning::Kind;

// Numbers and single letters name no drug in an order, but tell substances apart:
// "iodine I-131".
bool passes_over_any(const FoldedText& text, const std::vector<NameMatch>& names) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool named = std::any_of(names.begin(), names.end(), [&](const auto& match) {
      return match.first <= i && i < match.last;
    });
    if (!named && (text.is_number(i) || text.token(i).size() == 1)) return true;
  }
  return false;
}

}  // namespace

KnownTerminology::KnownTerminology(Terminology terminology)
    : knowledge_(std::move(terminology), {}),
      names_(knowledge_),
      lexicon_(knowledge_.terminology()),
      codes_(knowledge_) {}

std::vector<IngredientId> KnownTerminology::substances_in(std::string_view text) const {
  const FoldedText folded(text);
  const OrderText order = read_order(folded, names_, lexicon_);
  if (!order.unknown.empty() || passes_over_any(folded, order.names)) return {};
  std::vector<IngredientId> all;
  for (const NameMatch& match : order.names) {
    const auto& meanings = match.name->meanings;
    if (meanings.size() != 1 || meanings.front().kind != Kind::ingredient) return {};
    all.push_back(meanings.front().ingredients.front());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::optional<IngredientId> KnownTerminology::ingredient_named(
    std::string_view name) const {
  const Name* found = names_.find(FoldedText(name).joined());
  if (found == nullptr || found->meanings.size() != 1) return std::nullopt;
  const NameMeaning& meaning = found->meanings.front();
  if (meaning.kind != Kind::ingredient) return std::nullopt;
  return meaning.ingredients.front();
}

bool KnownTerminology::is_brand_of(std::string_view name,
                                   const std::vector<IngredientId>& ingredients) const {
  const Name* found = names_.find(FoldedText(name).joined());
  return found != nullptr &&
         std::any_of(found->meanings.begin(), found->meanings.end(),
                     [&](const auto& m) { return m.ingredients == ingredients; });
}

bool KnownTerminology::explains_some_of(std::string_view name) const {
  const OrderText order = read_order(FoldedText(name), names_, lexicon_);
  return !order.names.empty() || order.unknown.empty();
}

bool KnownTerminology::is_order_word(std::string_view name) const {
  return lexicon_.find(FoldedText(name).joined()).kind != OrderLexicon::Kind::none;
}

bool KnownTerminology::is_ingredient_name(std::string_view name) const {
  const Name* found = names_.find(FoldedText(name).joined());
  return found != nullptr &&
         std::any_of(found->meanings.begin(), found->meanings.end(),
                     [](const auto& m) { return m.kind == Kind::ingredient; });
}

std::string KnownTerminology::route_named(std::string_view text) const {
  const auto word = lexicon_.find(FoldedText(text).joined());
  return word.kind == OrderLexicon::Kind::route ? word.route->key : std::string{};
}

}  // namespace crosscheck
