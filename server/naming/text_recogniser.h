// The text of an order → ingredients, or why not.
#pragma once

#include <string_view>

#include "naming/name_index.h"
#include "naming/order_lexicon.h"
#include "naming/order_text.h"
#include "naming/recognition.h"
#include "naming/slip_finder.h"

namespace crosscheck {

/// Thread safety: immutable after construction.
/// Lifetime: borrows all that it is given.
class TextRecogniser {
 public:
  TextRecogniser(const KnowledgeBase& knowledge, const NameIndex& names,
                 const OrderLexicon& lexicon, const SlipFinder& slips)
      : knowledge_(knowledge), names_(names), lexicon_(lexicon), slips_(slips) {}

  Recognition recognise(std::string_view text) const;

 private:
  struct Reading;  // an order on its way to a Recognition

  void pass_over_abbreviations(Reading& reading) const;
  void correct_slips(const FoldedText& text, Reading& reading) const;
  std::vector<UnknownRun> mend_words(const FoldedText& text, UnknownRun run,
                                     Reading& reading) const;
  bool correct_window(const FoldedText& text, UnknownRun window, Reading& reading) const;
  void understand(Reading& reading) const;
  void understand_ambiguous(const Name& name, Reading& reading) const;
  void join_parts(Recognition& recognition) const;

  const KnowledgeBase& knowledge_;
  const NameIndex& names_;
  const OrderLexicon& lexicon_;
  const SlipFinder& slips_;
};

}  // namespace crosscheck
