// Which known word a misspelt one was meant to be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

/// Finds the nearest of the words that it is shown, if one is near: at most a
/// third of its letters wrong, and at most three.  Of equally near words the
/// first in order wins.
/// Lifetime: borrows the words.
class NearestSpelling {
 public:
  explicit NearestSpelling(std::string_view misspelt);
  void consider(std::string_view word);

  /// "" if none is near.
  std::string_view best() const { return best_; }

 private:
  std::string_view misspelt_;
  std::uint64_t characters_;
  std::size_t allowed_;
  std::string_view best_;
};

}  // namespace crosscheck
