#include "naming/order_lexicon.h"

#include <algorithm>

#include "naming/folded_text.h"

namespace crosscheck {

OrderLexicon::OrderLexicon(const Terminology& terminology) {
  // A word keeps the first kind it is given: the one that tells most.
  for (const Route& route : terminology.routes) {
    add(route.key, {Kind::route, &route});
    add(route.name, {Kind::route, &route});
    for (const auto& word : route.words) add(word, {Kind::route, &route});
  }
  const OrderWords& words = terminology.order_words;
  for (const auto& word : words.qualifiers) add(word, {Kind::qualifier, nullptr});
  for (const auto* list :
       {&words.salts, &words.forms, &words.units, &words.makers, &words.supplies}) {
    for (const auto& word : *list) add(word, {Kind::plain, nullptr});
  }
  for (const auto& word : words.directions) add(word, {Kind::direction, nullptr});
}

void OrderLexicon::add(std::string_view written, Word word) {
  const FoldedText folded(written);
  if (folded.empty()) return;
  longest_in_tokens_ = std::max(longest_in_tokens_, folded.size());
  words_.emplace(std::string(folded.joined()), word);
}

OrderLexicon::Word OrderLexicon::find(std::string_view letters) const {
  const auto found = words_.find(letters);
  return found == words_.end() ? Word{} : found->second;
}

}  // namespace crosscheck
