#include "naming/order_text.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

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

  // How near the last name is: right in front, or with only its strength and
  // form between, or out of reach.
  enum class Behind { name, strength, nothing };

  // Reads what begins at token `first`; returns the token after it.
  std::size_t read_one(std::size_t first) {
    const std::size_t longest =
        std::max(names_.longest_in_tokens(), lexicon_.longest_in_tokens());
    for (std::size_t last = std::min(text_.size(), first + longest); last > first;
         --last) {
      const Name* name = names_.find(text_.joined(first, last));
      if (name != nullptr && may_be_written(*name, first, last)) {
        order_.names.push_back({name, first, last});
        order_.bracketed = order_.bracketed || is_one_of(text_.before(first), "([{");
        behind_ = Behind::name;
        return last;
      }
      const auto word = lexicon_.find(text_.joined(first, last));
      if (word.kind == Kind::none || spans_break(first, last)) continue;
      read_word(word, first, last);
      return last;
    }
    if (text_.is_number(first)) return read_number(first);
    // "(R)" is how some write the sign of a trade mark.
    const bool stray = behind_ == Behind::name && text_.token(first) != "r";
    if (text_.token(first).size() > 1 || stray) add_unknown(first, first + 1);
    behind_ = Behind::nothing;
    return first + 1;
  }

  void read_word(OrderLexicon::Word word, std::size_t first, std::size_t last) {
    if (word.kind == Kind::route && order_.route == nullptr) order_.route = word.route;
    if (word.kind == Kind::direction && !is_connector(text_.joined(first, last)))
      behind_ = Behind::nothing;
    else if (word.kind == Kind::plain && behind_ == Behind::name)
      behind_ = Behind::strength;
    else if (word.kind == Kind::qualifier)
      read_qualifier(first, last);
  }

  void read_qualifier(std::size_t first, std::size_t last) {
    const bool hour =
        first > 0 && text_.is_number(first - 1) && text_.token(first) == "pm";
    if (behind_ == Behind::name)
      add_unknown(first, last);
    else if (behind_ == Behind::strength && !hour)
      extend_name(first, last);
  }

  // "Tylenol 500 mg PM" is taken for Tylenol PM, since there is such a product.
  bool extend_name(std::size_t first, std::size_t last) {
    NameMatch& match = order_.names.back();
    const Name* product =
        names_.find(match.name->letters + std::string(text_.joined(first, last)));
    if (product == nullptr) return false;
    match.name = product;
    order_.assumed = true;
    return true;
  }

  std::size_t read_number(std::size_t first) {
    if (behind_ == Behind::nothing) return first + 1;
    if (text_.before(first) == '#') {
      const bool is_combination =
          order_.names.back().name->meanings.front().ingredients.size() > 1;
      if (!extend_name(first, first + 1) && !is_combination)
        add_unknown(first, first + 1);
      return first + 1;
    }
    behind_ = Behind::strength;
    const std::size_t middle = number_end(first);
    if (middle == text_.size() || !text_.is_number(middle) ||
        !is_one_of(text_.before(middle), "-/"))
      return middle;
    const std::size_t last = number_end(middle);
    const double one = value(first, middle), other = value(middle, last);
    constexpr double kWidestRange = 3;
    if (one > other || other > kWidestRange * one)
      order_.two_part_strength =
          written(first, middle) + text_.before(middle) + written(middle, last);
    return last;
  }

  // The token after the number that begins at `first`, its decimals included.
  std::size_t number_end(std::size_t first) const {
    std::size_t last = first + 1;
    while (last < text_.size() && text_.is_number(last) &&
           is_one_of(text_.before(last), ".,"))
      ++last;
    return last;
  }

  std::string written(std::size_t first, std::size_t last) const {
    std::string number(text_.token(first));
    for (std::size_t i = first + 1; i < last; ++i)
      number += text_.before(i) + std::string(text_.token(i));
    return number;
  }

  double value(std::size_t first, std::size_t last) const {
    std::string number = written(first, last);
    std::erase(number, ',');
    return std::strtod(number.c_str(), nullptr);
  }

  static bool is_one_of(char sign, std::string_view signs) {
    return signs.find(sign) != std::string_view::npos;
  }

  bool spans_break(std::size_t first, std::size_t last) const {
    for (std::size_t i = first + 1; i < last; ++i) {
      if (is_one_of(text_.before(i), ",;:?!")) return true;
    }
    return false;
  }

  // "Tylenol 3 times a day": the number counts something, and ends no name.
  bool is_amount(std::size_t last) const {
    if (last == text_.size() || text_.before(last - 1) == '#' ||
        !text_.is_number(last - 1) || text_.token(last - 1).size() > 1)
      return false;
    const auto next = text_.token(last);
    for (const std::string_view counted :
         {"times", "x", "hourly", "gram", "grams", "g", "ml"}) {
      if (next == counted) return true;
    }
    return false;
  }

  bool may_be_written(const Name& name, std::size_t first, std::size_t last) const {
    if (last - first > 1 && is_amount(last)) return false;
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
  Behind behind_ = Behind::nothing;
};

}  // namespace

OrderText read_order(const FoldedText& text, const NameIndex& names,
                     const OrderLexicon& lexicon) {
  return OrderReader(text, names, lexicon).read();
}

}  // namespace crosscheck
