// The query of an RxNav address, as forgiving as the original was.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

/// Names are read in any case; what is not asked for is ignored.
class RxnavQuery {
 public:
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  /// Decoded pairs of name and value.
  explicit RxnavQuery(Pairs pairs);

  /// The first value that is not blank, without spaces around it, or "".
  std::string text(std::string_view lower_case_name) const;

  /// The words of all values, in order, separated by any of: space, plus, comma.
  std::vector<std::string> words(std::string_view lower_case_name) const;

 private:
  Pairs pairs_;
};

/// Each word once, in the order of their first.
std::vector<std::string> each_once(const std::vector<std::string>& words);

}  // namespace crosscheck
