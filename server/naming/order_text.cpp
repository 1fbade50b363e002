#include "naming/order_text.h"

#include <algorithm>

namespace crosscheck {
namespace {

struct Longest {
  const Name* name = nullptr;
  OrderLexicon::Word word;
  std::size_t last = 0;
};

// The longest name or phrase that begins at token `first`.
Longest find_longest(const FoldedText& text, std::size_t first, const NameIndex& names,
                     const OrderLexicon& lexicon) {
  const std::size_t longest =
      std::max(names.longest_in_tokens(), lexicon.longest_in_tokens());
  for (std::size_t last = std::min(text.size(), first + longest); last > first; --last) {
    const auto letters = text.joined(first, last);
    if (const Name* name = names.find(letters)) return {name, {}, last};
    const auto word = lexicon.find(letters);
    if (word.kind != OrderLexicon::Kind::none) return {nullptr, word, last};
  }
  return {};
}

bool names_no_drug(const FoldedText& text, std::size_t token) {
  return text.is_number(token) || text.token(token).size() == 1;
}

void add_unknown(std::vector<UnknownRun>& runs, std::size_t token) {
  if (!runs.empty() && runs.back().last == token)
    runs.back().last = token + 1;
  else
    runs.push_back({token, token + 1});
}

}  // namespace

OrderText read_order(const FoldedText& text, const NameIndex& names,
                     const OrderLexicon& lexicon) {
  OrderText order;
  if (const Name* whole = names.find(text.joined())) {
    order.names.push_back({whole, 0, text.size()});
    return order;
  }
  for (std::size_t first = 0; first < text.size();) {
    const Longest longest = find_longest(text, first, names, lexicon);
    if (longest.name != nullptr) {
      order.names.push_back({longest.name, first, longest.last});
    } else if (longest.last == 0) {
      if (!names_no_drug(text, first)) add_unknown(order.unknown, first);
      ++first;
      continue;
    } else if (longest.word.kind == OrderLexicon::Kind::route && order.route == nullptr) {
      order.route = longest.word.route;
    }
    first = longest.last;
  }
  return order;
}

}  // namespace crosscheck
