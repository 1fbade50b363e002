// Text or code → ingredients, or why not.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge_base.h"
#include "naming/coding.h"
#include "naming/recognition.h"

namespace crosscheck {

class CodeIndex;
class ConditionIndex;
class NameIndex;
class OrderLexicon;
class SlipFinder;

/// Understands how medications, routes and conditions are written.
///
/// Thread safety: immutable after construction.
/// Lifetime: borrows the knowledge base, which must outlive it.
class Recogniser {
 public:
  explicit Recogniser(const KnowledgeBase& knowledge);
  ~Recogniser();

  /// What a medication is, by its codes, its text and, failing that, by the
  /// displays of its codes.  Where codes and text are understood and
  /// contradict one another, the result is ambiguous and holds both.
  /// Never matches a part of a word.  Total: any bytes are a valid text.
  Recognition recognise(std::string_view text, std::span<const Coding> codings) const;

  /// The key of the route that `text` writes ("PO", "by mouth"), or "".
  std::string find_route(std::string_view text) const;

  /// Brand names that contain the ingredient, combinations included, sorted.
  std::vector<std::string> brands_of(IngredientId id) const;

  const NameIndex& names() const { return *names_; }
  const ConditionIndex& conditions() const { return *conditions_; }

 private:
  Recognition recognise_codings(std::span<const Coding> codings) const;
  Recognition reconciled(Recognition by_code, Recognition by_text) const;

  const KnowledgeBase& knowledge_;
  std::unique_ptr<const NameIndex> names_;
  std::unique_ptr<const OrderLexicon> lexicon_;
  std::unique_ptr<const SlipFinder> slips_;
  std::unique_ptr<const CodeIndex> codes_;
  std::unique_ptr<const ConditionIndex> conditions_;
};

}  // namespace crosscheck
