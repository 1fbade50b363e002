#include "import/brand_filter.h"

#include "import/delimited_file.h"
#include "import/windows_1252.h"
#include "naming/folded_text.h"
#include "pack/written_form.h"

namespace crosscheck {

const std::string& BrandFilter::brand(std::string_view name, Words words) {
  const auto [known, is_new] = verdicts_.try_emplace(std::string(name));
  Verdict& verdict = known->second;
  if (is_new) {
    constexpr std::size_t kFewestLetters = 3;
    const std::string written = to_utf8(trimmed(name));
    std::size_t letters = 0, tokens = 0;
    const FoldedText folded(written);
    for (std::size_t i = 0; i < folded.size(); ++i) {
      if (folded.is_number(i)) continue;
      ++tokens;
      letters += folded.token(i).size();
    }
    if (letters >= kFewestLetters && is_name(written) &&
        !known_.explains_some_of(written))
      verdict = {written, tokens == 1};
  }
  return words == Words::any || verdict.is_one_word ? verdict.brand : none_;
}

}  // namespace crosscheck
