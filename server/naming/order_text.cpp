#include "naming/order_text.h"

#include <algorithm>

namespace crosscheck {
namespace {

// How an order is read, from left to right.
class OrderReader {
 public:
  OrderReader(const FoldedText& text, const NameIndex& names, const OrderLexicon& lexicon)
      : text_(text), names_(names), lexicon_(lexicon) {}

  OrderText read() {
    for (std::size_t first = 0; first < text_.size();) first = read_one(first);
    return std::move(order_);
  }

 private:
  using Kind = OrderLexicon::Kind;

  // Reads what begins at token `first`; returns the token after it.
  std::size_t read_one(std::size_t first) {
    const std::size_t longest =
        std::max(names_.longest_in_tokens(), lexicon_.longest_in_tokens());
    for (std::size_t last = std::min(text_.size(), first + longest); last > first;
         --last) {
      const Name* name = names_.find(text_.joined(first, last));
      if (name != nullptr && may_be_written(*name, first, last)) {
        order_.names.push_back({name, first, last});
        behind_name_ = true;
        return last;
      }
      const auto word = lexicon_.find(text_.joined(first, last));
      if (word.kind == Kind::none) continue;
      read_word(word, first, last);
      return last;
    }
    // "(R)" is how some write the sign of a trade mark.
    const bool stray_letter =
        behind_name_ && !text_.is_number(first) && text_.token(first) != "r";
    if (!names_no_drug(first) || stray_letter) add_unknown(first, first + 1);
    behind_name_ = false;
    return first + 1;
  }

  void read_word(OrderLexicon::Word word, std::size_t first, std::size_t last) {
    if (word.kind == Kind::route && order_.route == nullptr) order_.route = word.route;
    if (word.kind == Kind::qualifier && behind_name_)
      add_unknown(first, last);
    else if (!is_connector(text_.joined(first, last)))
      behind_name_ = false;
  }

  bool may_be_written(const Name& name, std::size_t first, std::size_t last) const {
    if (last - first == 1 || name.word_starts == text_.word_starts(first, last))
      return true;
    for (std::size_t i = first; i < last; ++i) {
      const bool ordinary =
          names_no_drug(i) || lexicon_.find(text_.token(i)).kind != Kind::none;
      if (ordinary) return false;
    }
    return true;
  }

  bool names_no_drug(std::size_t token) const {
    return text_.is_number(token) || text_.token(token).size() == 1;
  }

  static bool is_connector(std::string_view word) {
    return word == "and" || word == "with" || word == "w";
  }

  void add_unknown(std::size_t first, std::size_t last) {
    if (!order_.unknown.empty() && order_.unknown.back().last == first)
      order_.unknown.back().last = last;
    else
      order_.unknown.push_back({first, last});
  }

  const FoldedText& text_;
  const NameIndex& names_;
  const OrderLexicon& lexicon_;
  OrderText order_;
  bool behind_name_ = false;
};

}  // namespace

OrderText read_order(const FoldedText& text, const NameIndex& names,
                     const OrderLexicon& lexicon) {
  return OrderReader(text, names, lexicon).read();
}

}  // namespace crosscheck
