// Text with everything folded away that does not tell names apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

/// A text as a row of tokens: runs of letters and runs of digits, in Unicode
/// NFKC, case-folded, without accents, trademark signs and apostrophes.  All
/// else separates tokens and is dropped, and so does the border between a
/// letter and a digit: "Tylenol® #3" and "TYLENOL-3" are both tylenol, 3.
///
/// The tokens stand in one string without spaces, so that any run of them is a
/// view into it and "Novo Log" has the same letters as "Novolog".
/// Errors: none; bytes that are not UTF-8 separate tokens.
class FoldedText {
 public:
  explicit FoldedText(std::string_view text);

  std::size_t size() const { return starts_.size() - 1; }
  bool empty() const { return size() == 0; }

  /// The letters of tokens [first, last), joined.
  std::string_view joined(std::size_t first, std::size_t last) const {
    return std::string_view(letters_).substr(starts_[first],
                                             starts_[last] - starts_[first]);
  }
  std::string_view joined() const { return letters_; }
  std::string_view token(std::size_t i) const { return joined(i, i + 1); }
  /// Where tokens [first, last) begin within their joined letters, one bit a
  /// letter; letters from the 64th on have none.
  std::uint64_t word_starts(std::size_t first, std::size_t last) const {
    std::uint64_t starts = 0;
    for (std::size_t i = first; i < last && starts_[i] - starts_[first] < 64; ++i)
      starts |= std::uint64_t{1} << (starts_[i] - starts_[first]);
    return starts;
  }
  /// The last sign that stands between token `i` and the one before it: '#' of
  /// "#3", '(' of "(R)"; ';' also for a full stop with a space behind it; ' '
  /// where there is nothing but space, or another script's sign.
  char before(std::size_t i) const { return before_[i]; }
  bool is_number(std::size_t i) const {
    const char first = letters_[starts_[i]];
    return first >= '0' && first <= '9';
  }

 private:
  void append_ascii(std::string_view text);
  void append_codepoints(std::string_view folded);
  void append(std::string_view character, bool digit);
  void separate(char sign);

  std::string letters_;
  std::vector<std::uint32_t> starts_;  // of each token, then the end
  std::string before_;                 // of each token: the sign in front of it
  bool in_token_ = false;              // these three while reading only
  bool last_digit_ = false;
  char sign_ = ' ';
};

}  // namespace crosscheck
