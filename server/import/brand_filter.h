// Which proprietary names are surely brands.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "import/known_terminology.h"

namespace crosscheck {

/// Lifetime: borrows the known terminology.
class BrandFilter {
 public:
  enum class Words { any, one };

  explicit BrandFilter(const KnownTerminology& known) : known_(known) {}

  /// `name` as UTF-8 if it may stand for its product wherever it is written: it has
  /// three letters, no name or supply that the rules know in it, and more than words
  /// of orders.  Else "".
  const std::string& brand(std::string_view name, Words words);

 private:
  struct Verdict {
    std::string brand;
    bool is_one_word = false;
  };

  const KnownTerminology& known_;
  std::unordered_map<std::string, Verdict> verdicts_;
  const std::string none_;
};

}  // namespace crosscheck
