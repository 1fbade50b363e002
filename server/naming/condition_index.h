// Names and codes of the patient's conditions.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/terminology.h"
#include "naming/coding.h"

namespace crosscheck {

/// Thread safety: immutable after construction.
/// Lifetime: borrows the conditions.
class ConditionIndex {
 public:
  explicit ConditionIndex(const std::vector<Condition>& conditions);

  /// Every condition that the codings or, where they say nothing, the text
  /// names: by a whole name, by an ICD-10 code, or by names within a longer
  /// text ("CKD stage 3, old stroke").  What the text denies, fears or says of
  /// the family ("no history of stroke", "FHx diabetes") is not found, so that it
  /// is reported rather than judged.
  std::vector<const Condition*> find(std::string_view text,
                                     std::span<const Coding> codings) const;

  /// Names of conditions that `text` may have meant, best first.
  std::vector<std::string> suggest(std::string_view text) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::vector<const Condition*> find_code(const Coding& coding) const;
  std::vector<const Condition*> find_icd10(std::string_view code) const;
  std::vector<const Condition*> find_text(std::string_view text) const;

  const std::vector<Condition>& conditions_;
  // A name that means another condition stands for none.
  std::unordered_map<std::string, std::vector<const Condition*>, Hash, std::equal_to<>>
      names_;
  std::size_t longest_in_tokens_ = 1;
};

}  // namespace crosscheck
